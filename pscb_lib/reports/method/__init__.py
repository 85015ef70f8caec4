"""How every figure is made, by worked examples."""

"""Tables that several papers use, made from shown figures only."""

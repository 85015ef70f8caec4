"""Start and end processes, kernels and workers, and hold locks and leases."""

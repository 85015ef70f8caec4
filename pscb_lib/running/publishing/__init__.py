"""Publishing a finished set: written beside the old one and put in its place whole."""

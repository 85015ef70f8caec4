"""Publish a finished set: write it beside the old set and replace that as a whole."""

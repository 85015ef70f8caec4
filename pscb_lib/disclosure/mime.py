"""The MIME type of the blocks that a notebook displays."""

BLOCK = "application/vnd.pscb.block+json"

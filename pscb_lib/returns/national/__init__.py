"""The national files every council has, read into checked frames (floor 3)."""

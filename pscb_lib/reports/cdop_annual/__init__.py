"""The Child Death Overview Panel's annual report (item 9)."""

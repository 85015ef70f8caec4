"""Make and publish the sets of a cycle: processes, locks, boards and cluster.

Here live planning a run, executing notebooks, masking a cycle and publishing. Nothing here
knows one report from another. Start with :mod:`~pscb_lib.running.batch`.
"""

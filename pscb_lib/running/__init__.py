"""Make and publish the sets of a cycle: processes, boards and cluster.

This wing plans a run, executes notebooks, masks a cycle and publishes its sets. It has no code
for a particular report. Start with :mod:`~pscb_lib.running.batch`.
"""

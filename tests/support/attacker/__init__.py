"""An attacker, written apart from the masking: finished files, definitions, and arithmetic.

It holds the finished sets of a reader, knows from ``definitions.yaml`` in each report's test folder
what the printed figures count, and knows what anybody has published. From these it builds an
integer programme of its own and asks for the least and the most that each hidden count of children
can be. Of ``pscb_lib`` it uses nothing.
"""

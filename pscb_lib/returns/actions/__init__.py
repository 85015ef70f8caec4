"""The columns and rules of the register of actions, and how its rows become actions."""

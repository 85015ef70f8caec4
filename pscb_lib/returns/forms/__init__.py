"""Write a workbook to fill in for each return; ``pscb check`` accepts what Excel accepts in it."""

from pscb_lib.returns.forms.plan import Form, plan_for_agencies, plan_form, plan_forms
from pscb_lib.returns.forms.workbook import write_form

__all__ = ["Form", "plan_for_agencies", "plan_form", "plan_forms", "write_form"]

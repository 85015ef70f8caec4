"""The Board's papers by Airflow 3: each night all that are due; or, by hand, one notebook."""

from __future__ import annotations

import pendulum
from airflow.providers.papermill.operators.papermill import PapermillOperator
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

START = pendulum.datetime(2015, 1, 1, tz="Europe/London")
BATCH = "umask 027 && cd /srv/board && exec .venv/bin/python -m pscb_lib batch --as-of {{ ds }}"

with DAG("board_papers", schedule="30 2 * * *", start_date=START, catchup=False,
         max_active_runs=1):
    BashOperator(
        task_id="batch", bash_command=BATCH, skip_on_exit_code=4, retries=0,
        execution_timeout=pendulum.duration(hours=4))

with DAG("one_notebook", schedule=None, start_date=START, max_active_runs=1):
    PapermillOperator(
        task_id="quarterly_data_set",
        input_nb="/srv/board/notebooks/quarterly_data_set.ipynb",
        output_nb="/srv/board/outputs/one_notebook.ipynb",
        parameters={"period": "2014-15 Q3", "as_of": "2015-01-31", "audience": "board"},
        kernel_name="board", retries=0, execution_timeout=pendulum.duration(minutes=10))

-- Each process looks for itself what its listeners are owed. The job's row would count as overdue until it is given up.
delete from scheduled_tasks where task_name = 'resubmission';

# A school's deviations from its regulation, and its settings.

error-overlay-row = The school’s regulation has no row “{ $row }”. “diary regulation show” lists all of them.
error-overlay-field = “{ $field }” of the row “{ $row }” can’t be changed.
error-overlay-term = “{ $value }” is no due time. For example: “days-after-lesson days=2”.
error-overlay-kind = The due time “{ $value }” is reckoned from something else than this row’s is.
error-overlay-holders = “{ $value }” is no list of holders. For example: “class_teacher,teacher”.
error-overlay-yes-no = It can only be “yes” or “no” here, not “{ $value }”.
error-overlay-number = “{ $value }” won’t do: it takes a whole number, { $limit } at the most.
error-setting-value = “{ $value }” won’t do for the setting “{ $setting }”.
error-setting-window = The school’s regulation doesn’t know this edit window: “{ $value }”.

### Attendance of a lesson on the teacher's side.

roll-how = 👥 Tap those who are missing: A → I → E → L (late) → present. Families hear of it only after “Save”.
roll-recorded = 👥 Attendance is recorded. Change it the same way: tap, then “Save”.
roll-unsaved = ✍️ There are unsaved changes.
roll-changed = ⚠️ The record changed while this screen was open. Here it is as it stands now: please tap again.
roll-missed-before = Missing earlier today: { $names }
roll-nobody = This group has no students on this day.
roll-label = { $sign } · { $name }
roll-label-late = { $sign } { $minutes } · { $name }
roll-minutes = { $minutes } min
roll-minutes-chosen = • { $minutes }
roll-count = { $count } { $sign }
roll-save = 💾 Save: { $totals }
roll-all-present = ✅ Everybody is here
roll-saved = Saved: { $totals }
roll-saved-all = Saved: everybody is here

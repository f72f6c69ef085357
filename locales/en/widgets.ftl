### Parts of several screens: turning pages, picking a day.

pager-previous = ◀
pager-next = ▶
pager-place = { $page } / { $pages }

picker-day = { $day }
picker-today = •{ $day }
picker-empty = ·

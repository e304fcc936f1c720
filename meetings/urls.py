"""The addresses of all pages but the account's, the back office and health."""

from django.urls import include, path

from meetings.views import (
    agenda_copies,
    agenda_editing,
    agenda_forms,
    agenda_sheets,
    agenda_versions,
    agendas,
    attendees,
    calendar_feeds,
    calendars,
    credits,
    dashboard,
    delegations,
    export_files,
    exports,
    glossary,
    governments,
    import_results,
    import_reviews,
    imports,
    lookups,
    meetings,
    minutes,
    outcomes,
    papers,
    people,
    series,
    translations,
    workbooks,
)

# /meetings/<slug>/attendees/<reference>/
attendee_urls = [
    path("", attendees.AttendeeDetail.as_view(), name="attendee-detail"),
    path("edit/", attendees.AttendeeEdit.as_view(), name="attendee-edit"),
    path("cancel/", attendees.AttendeeCancel.as_view(), name="attendee-cancel"),
    path("reinstate/", attendees.reinstate_attendee, name="attendee-reinstate"),
    path("attendance/", attendees.mark_attendance, name="attendee-attendance"),
]

# /meetings/<slug>/import/<pk>/
import_urls = [
    path("", imports.ImportTable.as_view(), name="import-table"),
    path("review/", import_reviews.ImportReview.as_view(), name="import-review"),
    path("confirm/", import_reviews.ImportConfirm.as_view(), name="import-confirm"),
    path("result/", import_results.ImportResult.as_view(), name="import-result"),
    path("undo/", import_results.ImportUndo.as_view(), name="import-undo"),
    path("discard/", import_results.ImportDiscard.as_view(), name="import-discard"),
    path("problems.xlsx", import_results.ImportMarked.as_view(), name="import-marked"),
    path("report.json", import_results.ImportReport.as_view(), name="import-report"),
]

# /meetings/<slug>/agenda/
agenda_urls = [
    path("", agendas.AgendaDetail.as_view(), name="agenda"),
    path("edit/", agendas.AgendaEdit.as_view(), name="agenda-edit"),
    path("undo/", agenda_editing.undo, name="agenda-undo"),
    path("copy/", agenda_copies.AgendaCopy.as_view(), name="agenda-copy"),
    path("sheet.<slug:suffix>", agenda_sheets.agenda_sheet, name="agenda-sheet"),
    path("import/", agenda_sheets.AgendaImport.as_view(), name="agenda-import"),
    path("import/take-over/", agenda_sheets.take_over_sheet, name="agenda-take-over"),
    path("sessions/add/", agenda_forms.SessionEdit.as_view(), name="session-add"),
    path("sessions/<int:pk>/", agenda_forms.SessionEdit.as_view(), name="session-edit"),
    path("sessions/<int:pk>/move/", agenda_editing.move_session, name="session-move"),
    path(
        "sessions/<int:pk>/remove/",
        agenda_editing.remove_session,
        name="session-remove",
    ),
    path("sessions/<int:pk>/items/", agenda_editing.add_item, name="item-add"),
    path("presenters/", lookups.look_up_presenters, name="lookup-presenters"),
    path("items/<int:pk>/", agenda_forms.ItemEdit.as_view(), name="item-edit"),
    path("items/<int:pk>/move/", agenda_editing.move_item, name="item-move"),
    path("items/<int:pk>/minutes/", agenda_editing.set_duration, name="item-duration"),
    path("items/<int:pk>/remove/", agenda_editing.remove_item, name="item-remove"),
]

# /meetings/<slug>/outcomes/
outcome_urls = [
    path("", outcomes.Outcomes.as_view(), name="outcomes"),
    path("items/<int:pk>/", minutes.MinutesEdit.as_view(), name="minutes-edit"),
    path("state/", minutes.minutes_state, name="minutes-state"),
    path("decisions/add/", outcomes.DecisionCreate.as_view(), name="decision-add"),
    path("decisions/<int:pk>/", outcomes.DecisionEdit.as_view(), name="decision-edit"),
    path("decisions/<int:pk>/done/", outcomes.mark_done, name="decision-done"),
    path("decisions/<int:pk>/reopen/", outcomes.reopen, name="decision-reopen"),
]

# /meetings/<slug>/agenda/versions/
agenda_version_urls = [
    path("", agenda_versions.AgendaVersionList.as_view(), name="agenda-version-list"),
    path("draft/", agenda_versions.UnpublishedAgenda.as_view(), name="agenda-draft"),
    path("publish/", agenda_versions.AgendaPublish.as_view(), name="agenda-publish"),
    path(
        "<int:number>/",
        agenda_versions.AgendaVersionDetail.as_view(),
        name="agenda-version",
    ),
]

# /meetings/<slug>/agenda/calendars/
calendar_urls = [
    path(
        "",
        calendar_feeds.CalendarFeedList.as_view(),
        name="calendar-feed-list",
    ),
    path(
        "<int:pk>/revoke/",
        calendar_feeds.CalendarFeedRevoke.as_view(),
        name="calendar-feed-revoke",
    ),
]

# /meetings/<slug>/
meeting_urls = [
    path("", meetings.MeetingDetail.as_view(), name="meeting-detail"),
    path("edit/", meetings.MeetingEdit.as_view(), name="meeting-edit"),
    path("status/", meetings.MeetingStatusUpdate.as_view(), name="meeting-status"),
    path("agenda/", include(agenda_urls)),
    path("agenda/versions/", include(agenda_version_urls)),
    path("agenda/calendars/", include(calendar_urls)),
    path("agenda/calendar.ics", calendars.download_calendar, name="agenda-calendar"),
    path("record/", meetings.MeetingRecord.as_view(), name="meeting-record"),
    path("outcomes/", include(outcome_urls)),
    path(
        "untranslated/",
        translations.MeetingUntranslated.as_view(),
        name="meeting-untranslated",
    ),
    path("delegations/", delegations.DelegationList.as_view(), name="delegation-list"),
    path(
        "delegations/add/",
        delegations.DelegationCreate.as_view(),
        name="delegation-add",
    ),
    path(
        "delegations/<slug:code>/edit/",
        delegations.DelegationEdit.as_view(),
        name="delegation-edit",
    ),
    path(
        "delegations/<slug:code>/decline/",
        delegations.DelegationDecline.as_view(),
        name="delegation-decline",
    ),
    path("attendees/", attendees.AttendeeList.as_view(), name="attendee-list"),
    path("attendees/search/", attendees.search_attendees, name="attendee-search"),
    path("attendees/add/", attendees.AttendeeCreate.as_view(), name="attendee-add"),
    path("attendees/<slug:reference>/", include(attendee_urls)),
    path("exports/", workbooks.MeetingExportList.as_view(), name="meeting-exports"),
    path(
        "exports/workbook/", workbooks.WorkbookExport.as_view(), name="workbook-export"
    ),
    path(
        "exports/papers/<slug:name>/",
        papers.PaperExport.as_view(),
        name="paper-export",
    ),
    path(
        "exports/attendees/",
        exports.AttendeeListExport.as_view(),
        name="attendee-list-export",
    ),
    path(
        "exports/<slug:listing>/",
        exports.MeetingListExport.as_view(),
        name="meeting-export",
    ),
    path("import/", imports.ImportList.as_view(), name="import-list"),
    path("import/<int:pk>/", include(import_urls)),
]

# /exports/
export_urls = [
    path("", exports.ExportList.as_view(), name="export-list"),
    path("files/<int:pk>/", export_files.ExportFilePage.as_view(), name="export-file"),
    path(
        "files/<int:pk>/progress/", export_files.export_progress, name="export-progress"
    ),
    path("files/<int:pk>/fetch/", export_files.fetch_file, name="export-fetch"),
    path(
        "profiles/<int:pk>/delete/",
        export_files.delete_profile,
        name="export-profile-delete",
    ),
    path("<slug:listing>/", exports.ListExport.as_view(), name="export"),
]

urlpatterns = [
    path("calendar/<str:signed>.ics", calendars.subscribed_calendar, name="calendar"),
    path("", dashboard.Dashboard.as_view(), name="dashboard"),
    path("meetings/", meetings.MeetingList.as_view(), name="meeting-list"),
    path("meetings/add/", meetings.MeetingCreate.as_view(), name="meeting-add"),
    path("meetings/<slug:slug>/", include(meeting_urls)),
    path("governments/", governments.GovernmentList.as_view(), name="government-list"),
    path(
        "governments/<slug:code>/",
        governments.GovernmentDetail.as_view(),
        name="government-detail",
    ),
    path(
        "governments/<slug:code>/names/<slug:language>/confirm/",
        governments.confirm_name,
        name="government-name-confirm",
    ),
    path("credits/", credits.Credits.as_view(), name="credits"),
    path("glossary/", glossary.Glossary.as_view(), name="glossary"),
    path("lookup/<slug:kind>/", lookups.look_up, name="lookup"),
    path("people/<slug:key>/", people.PersonDetail.as_view(), name="person-detail"),
    path("exports/", include(export_urls)),
    path(
        "series/<slug:slug>/exports/<slug:listing>/",
        exports.SeriesListExport.as_view(),
        name="series-export",
    ),
    path(
        "series/<slug:slug>/untranslated/",
        translations.SeriesUntranslated.as_view(),
        name="series-untranslated",
    ),
    path("series/<slug:slug>/", series.SeriesDetail.as_view(), name="series-detail"),
]

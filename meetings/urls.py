"""The addresses of the desk."""

from django.urls import include, path, re_path

from meetings.views import (
    agendas,
    attendees,
    dashboard,
    delegations,
    governments,
    import_results,
    import_reviews,
    imports,
    meetings,
    papers,
    series,
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

# /meetings/<slug>/
meeting_urls = [
    path("", meetings.MeetingDetail.as_view(), name="meeting-detail"),
    path("edit/", meetings.MeetingEdit.as_view(), name="meeting-edit"),
    path("status/", meetings.MeetingStatus.as_view(), name="meeting-status"),
    path("agenda/", agendas.Agenda.as_view(), name="agenda"),
    path("record/", meetings.MeetingRecord.as_view(), name="meeting-record"),
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
    re_path(
        r"^attendees/export\.(?P<suffix>xlsx|ods|csv)$",
        attendees.export_attendees,
        name="attendee-export",
    ),
    path("attendees/<slug:reference>/", include(attendee_urls)),
    path("papers/", papers.PaperList.as_view(), name="paper-list"),
    path("papers/<slug:name>.pdf", papers.paper, name="paper"),
    path("import/", imports.ImportList.as_view(), name="import-list"),
    path("import/<int:pk>/", include(import_urls)),
]

urlpatterns = [
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
    path("series/<slug:slug>/", series.SeriesDetail.as_view(), name="series-detail"),
]

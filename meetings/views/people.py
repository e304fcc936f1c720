"""A person: the names, the offices through time, and every meeting attended."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import prefetch_related_objects
from django.views.generic import DetailView

from meetings.models import Person
from meetings.views.texts import texts_context


class PersonDetail(PermissionRequiredMixin, DetailView):
    permission_required = "meetings.view_person"
    queryset = Person.objects.select_related("country").prefetch_related("sources")
    slug_field = slug_url_kwarg = "key"
    template_name = "meetings/people/detail.html"

    def get_context_data(self, **kwargs):
        appointments = self.object.appointments.with_bodies()
        attendances = self.object.attendances.through_time()
        # The bodies of both at once, as each page has a number of queries.
        delegations = [attendee.delegation for attendee in attendances]
        bodies = [row.body for row in (*appointments, *delegations)]
        load_names(bodies)
        return super().get_context_data(
            appointments=appointments,
            attendances=attendances,
            **texts_context((row.name_of_body, row) for row in appointments),
            **kwargs,
        )


def load_names(bodies):
    """Load the former names of governments and organisations, a query for each kind."""
    for model in {type(body) for body in bodies}:
        of_model = [body for body in bodies if type(body) is model]
        prefetch_related_objects(of_model, "names")

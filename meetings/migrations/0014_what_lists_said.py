"""Keep what lists say of attendees, and how many names they announce."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0013_accounted_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='importbatch',
            name='to_follow',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='importrow',
            name='said',
            field=models.JSONField(default=dict),
        ),
        migrations.CreateModel(
            name='ListedValues',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('values', models.JSONField()),
                ('attendee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listed_values', to='meetings.attendee')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listed_values', to='meetings.importbatch')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('attendee', 'batch'), name='listed_values_once_per_list')],
            },
        ),
    ]

"""The areas of practice that audits and reviews are about, so that findings can be compared."""

from __future__ import annotations

from enum import Enum


class Area(Enum):
    """One area of safeguarding practice."""

    SUPERVISION = "supervision"
    RECORDING = "recording and chronology"
    REFERRALS = "referrals and thresholds"
    INFORMATION = "information sharing"
    CONFERENCES = "conference and core-group part"
    TRAINING = "training"
    RECRUITMENT = "recruitment and allegations"
    VOICE = "voice of the child"
    DOMESTIC_ABUSE = "domestic abuse"
    NEGLECT = "neglect"
    EXPLOITATION = "sexual exploitation"
    MISSING = "missing"
    OTHER = "other"

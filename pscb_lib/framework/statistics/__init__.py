"""Statistics of figures: variation, intervals, comparisons. No indicators and no pages."""

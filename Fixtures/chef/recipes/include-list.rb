#= sure 2 missing recipe app::nope
include_recipe %w(app::default app::nope)

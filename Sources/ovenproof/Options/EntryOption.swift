import ArgumentParser

/// Which way of building a template is meant, where the settings name several.
struct EntryOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The entry of `templates` in the configuration that says how the template is built.", valueName: "name")
  )
  var entry: String?
}

import ArgumentParser
import Expectation

/// In which dialect specs are read, and what goss files get.
struct DialectOptions: ParsableArguments {
  @Option(help: "The dialect of the specs: ovenproof, goss or cst; told by their words unless given.")
  var dialect: Outcome.Dialect?

  @Option(help: ArgumentHelp("Variables for the templates of goss files; repeatable.", valueName: "file"))
  var vars: [String] = []

  @Option(help: ArgumentHelp("More variables, as JSON or YAML; they win.", valueName: "text"))
  var varsInline = ""

  var choice: DialectChoice {
    DialectChoice(dialect: dialect, variableFiles: vars, inlineVariables: varsInline)
  }
}

/// How specs are to be read.
struct DialectChoice: Sendable {
  /// nil: told by the words of each file.
  var dialect: Outcome.Dialect?
  /// Variables for the templates of goss files.
  var variableFiles: [String] = []
  var inlineVariables = ""
  /// Whether commands of goss files run beside the image's own program, as with dgoss.
  var runsInside = false
}

extension Outcome.Dialect: ExpressibleByArgument {}

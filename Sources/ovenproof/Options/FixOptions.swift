import ArgumentParser
import Lint

/// Whether and how far findings are mended.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend what can be mended without a change of meaning, then report what is left.")
  var fix = false

  @Flag(help: "Mend also where the result may build something else; goes with --fix or --diff.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, and change nothing; the exit code is 1 if that is anything.")
  var diff = false

  func validate() throws {
    if unsafeFixes, !isAsked { throw ValidationError("`--unsafe-fixes` goes with `--fix` or `--diff`") }
  }

  /// Whether anything is to be mended.
  var isAsked: Bool { fix || diff }

  /// How far mending goes; nil for not at all.
  var level: FixLevel? { isAsked ? unsafeFixes ? .unsafe : .safe : nil }
}

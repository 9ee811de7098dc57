import Host
import RubyEvaluation
import RubySyntax
import Source

extension RecipeCompiler {
  /// A file of a cookbook, parsed once; nil for one that is not there. Its syntax faults are noted.
  func program(at path: String) throws(Unwinding) -> RubyProgram? {
    if let known = programs[path] { return known }
    guard let file = try source(at: path) else { return nil }
    let program = run.load(input.programs.tree(of: file), path: path)
    programs[path] = program
    return program
  }

  /// A template of a cookbook, parsed once however many resources render it.
  func template(at path: String) throws(Unwinding) -> RubyProgram? {
    if let known = programs[path] { return known }
    guard let file = try source(at: path) else { return nil }
    let program = run.load(input.programs.template(of: file), path: path)
    programs[path] = program
    return program
  }

  /// A file that Chef reads; nil where it is not there or, which is noted, not read here. One that may not be read raises
  /// what it does in Chef: Packer cannot even upload it.
  func source(at path: String) throws(Unwinding) -> SourceFile? {
    do throws(HostError) {
      return try store.read(path)
    } catch {
      guard isCookbookFile(path), error.reason != .absent else { return nil }
      let place = Location(FileID(path), ByteRange(at: 0))
      guard error.reason == .notPermitted else {
        findings.note(UnknownReason("`\(path)` is not read: \(error.reason.words)", at: place))
        hasGap = true
        mayHoldMore = true
        return nil
      }
      throw run.raise(
        "IOError", "Cannot open or read \(path)!",
        RaisedFault(.unreadableFile(error.reason.words), written: place), at: nil)
    }
  }

  /// The first fault by which Ruby refuses a file.
  func refusal(of program: RubyProgram) -> RubyFault? { program.tree.faults.first { $0.isError } }
}

import Host
import RubyEvaluation
import Source

/// What the machine would be asked: the files of the cookbooks are known, all else is not.
struct MachineAnswers {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// What a file of a cookbook holds, as one text.
  private func content(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    if let path = compiler.spelling(of: call[0]), isMadeLater(path) {
      throw call.run.raise(
        compiler.classes.noSuchFile, "No such file or directory @ rb_sysopen - \(path)", at: call.place)
    }
    guard ["read", "binread"].contains(call.run.spelling(of: call.name)), call.count == 1,
      let path = compiler.spelling(of: call[0]), compiler.status(ofCookbookPath: path) == .file,
      let file = try? compiler.store.read(path)
    else { return call.unknown("what a file holds on the machine") }
    return call.make(file.bytes)
  }

  /// Whether a file is not there yet: a folder for temporary files is empty in an image, and the resource that makes the
  /// file is taken only after all is compiled.
  private func isMadeLater(_ path: String) -> Bool {
    guard compiler.input.facts.isFresh, compiler.convergence == nil,
      path.hasPrefix("/tmp/") || path.hasPrefix("/var/tmp/")
    else { return false }
    return compiler.root.resources.contains { object in
      guard let state = object.payload as? ResourceState, state.state.compileTimeActions.isEmpty,
        let name = state.kind.facts?.name, Self.writers.contains(name)
      else { return false }
      let value = state.state["path"] ?? state.name
      if case .string(let written) = value.settled { return written.string == path } else { return false }
    }
  }

  private static let writers: Set<String> = ["cookbook_file", "file", "remote_file", "template"]

  func answer(_ question: RubyQuestion, _ call: CoreCall) throws(Unwinding) -> RubyValue? {
    switch question {
    case .file(let method):
      guard let path = compiler.spelling(of: call[0]), let status = compiler.status(ofCookbookPath: path)
      else {
        return call.unknown("whether a file is there on the machine")
      }
      switch method {
      case "exist?", "exists?", "readable?": return .boolean(true)
      case "file?": return .boolean(status == .file)
      case "directory?": return .boolean(status == .directory)
      default: return call.unknown("what the machine says of a file")
      }
    case .content: return try content(call)
    case .folder:
      compiler.mayHaveTouched = true
      return call.unknown("what a folder holds on the machine")
    case .command:
      compiler.mayHaveTouched = true
      return call.unknown("what a command says on the machine")
    case .environment: return call.unknown("what the environment holds on the machine")
    case .other(let name):
      compiler.mayHaveTouched = true
      return call.unknown("what `\(name)` gives on the machine")
    }
  }
}

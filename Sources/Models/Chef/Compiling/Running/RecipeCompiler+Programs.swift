import Host
import RubyEvaluation
import RubySyntax
import Source

extension RecipeCompiler {
  /// A file of a cookbook, parsed once; nil for one that is not there. Its syntax faults are noted.
  func program(at path: String) -> RubyProgram? {
    if let known = programs[path] { return known }
    guard let file = try? store.read(path) else { return nil }
    let program = run.load(input.programs.tree(of: file), path: path)
    programs[path] = program
    return program
  }

  /// A template of a cookbook, parsed once however many resources render it.
  func template(at path: String) -> RubyProgram? {
    if let known = programs[path] { return known }
    guard let file = try? store.read(path) else { return nil }
    let program = run.load(input.programs.template(of: file), path: path)
    programs[path] = program
    return program
  }

  /// The first fault by which Ruby refuses a file.
  func refusal(of program: RubyProgram) -> RubyFault? { program.tree.faults.first { $0.isError } }
}

package import RubySyntax

extension RubyInterpreter {
  /// Takes a tree in; `path` is what `__FILE__` gives.
  package func load(_ tree: RubyTree, path: String) -> RubyProgram { RubyProgram(tree, path: path) }

  /// Takes a template in.
  package func load(_ template: RubyTemplate, path: String) -> RubyProgram {
    RubyProgram(template.tree, path: path, template: template)
  }

  /// `self` at the top of a program.
  package var main: RubyValue { .object(mainObject) }

  /// Runs a file with a `self`. `def` defines in `definee`, by default in its singleton class, and in `Object`
  /// without a `self`; `return` at the top ends it.
  package func run(
    _ program: RubyProgram, self receiver: RubyValue? = nil, definee: RubyModule? = nil,
    calledAt caller: RubyPlace? = nil
  ) throws(Unwinding) -> RubyValue {
    if let caller { callers.append(caller) }
    defer { if caller != nil, !callers.isEmpty { callers.removeLast() } }
    var scope = LexicalScope(classes.object, outer: nil)
    // As `class_eval` of a text: constants are the class's own.
    if case .module(let module)? = receiver, module === definee { scope = LexicalScope(module, outer: scope) }
    let token = newToken()
    let frame = born(
      Frame(program, receiver: receiver ?? main, scope: scope, home: nil, token: token))
    if let definee { frame.definee = .module(definee) } else if receiver != nil { frame.definee = .receiver }
    return try entered(frame) { () throws(Unwinding) in
      try boundary { () throws(Unwinding) in
        try evaluate(program.tree.root, frame)
      } _: { departure in
        if case .giveBack(token, let value) = departure { value } else { nil }
      }
    }
  }

  /// Runs a template and gives what it prints; the string has a `doubt` where a part cannot be told.
  package func render(_ program: RubyProgram, self receiver: RubyValue) throws(Unwinding) -> RubyString {
    let output = RubyString(printing: ())
    outputs.append(output)
    defer { outputs.removeLast() }
    _ = try run(program, self: receiver)
    return output
  }

  /// Runs Ruby that a string holds, as `eval` and `instance_eval` do.
  func run(
    text: RubyString, self receiver: RubyValue, definee: Definee, scope: LexicalScope?,
    at place: RubyPlace?
  ) throws(Unwinding) -> RubyValue {
    let tree = RubyTree.parse(text.text)
    guard tree.isAccepted else {
      throw raise("SyntaxError", tree.faults.first?.message ?? "it is not Ruby", at: place)
    }
    guard let outer = current else { return .nil }
    let program = RubyProgram(tree, path: "(eval)", isInner: true)
    let frame = born(
      Frame(
        program, receiver: receiver, scope: scope ?? outer.scope, outer: outer, home: outer.home,
        token: newToken()))
    frame.definee = definee
    return try entered(frame) { () throws(Unwinding) in try evaluate(tree.root, frame) }
  }
}

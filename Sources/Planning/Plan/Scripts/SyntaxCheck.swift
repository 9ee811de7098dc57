import Packer
import ShellSyntax

/// How a script's syntax is checked without running it, by the language that its first line names.
struct SyntaxCheck {
  /// The command; nil where no check is known.
  let command: RunText?
  /// The program that it needs.
  let program: String

  init(_ shebang: Shebang?, path: RunText) {
    guard let shebang, !shebang.interpreter.isEmpty else {
      // The kernel refuses the file, and the shell that wanted to start it reads it itself.
      program = "/bin/sh"
      command = "/bin/sh -n \(path)"
      return
    }
    let usesEnv = shebang.interpreter.hasSuffix("/env")
    program = usesEnv ? shebang.program : shebang.interpreter
    switch shebang.dialect {
    case .posix, .bash, .korn:
      command = shebang.program == "busybox" ? "\(program) sh -n \(path)" : "\(program) -n \(path)"
    case .other(let name):
      switch name {
      case "perl", "ruby": command = "\(program) -c \(path)"
      case _ where name.hasPrefix("python"):
        command = "\(program) -c 'import ast,sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])' \(path)"
      default: command = nil
      }
    }
  }
}

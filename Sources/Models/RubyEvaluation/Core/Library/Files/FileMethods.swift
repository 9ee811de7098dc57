/// `File`, `IO` and `Dir`: paths are computed, all else is asked of the host.
enum FileMethods {
  static func define(in table: CoreTable) {
    table.constant("SEPARATOR", table.run.frozen("/"))
    table.constant("Separator", table.run.frozen("/"))
    table.constant("PATH_SEPARATOR", table.run.frozen(":"))
    table.constant("ALT_SEPARATOR", .nil)
    definePaths(table)
    defineQuestions(table)
  }

  private static func definePaths(_ table: CoreTable) {
    table.defineOnItself("join", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      var parts: [[UInt8]] = []
      guard try collect(call.arguments, into: &parts, call, level: 0) else {
        return call.unknown("a part of the path cannot be told")
      }
      return call.make(PathText.joined(parts))
    }
    table.defineOnItself("basename", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      let suffix = call.count == 2 ? try call.string(1).bytes : []
      return call.make(PathText.basename(try path(0, call), suffix: suffix))
    }
    table.defineOnItself("dirname", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      var folder = try path(0, call)
      for _ in 0..<min(256, call.count == 2 ? max(0, try call.integer(1)) : 1) {
        folder = PathText.dirname(folder)
      }
      return call.make(folder)
    }
    table.defineOnItself("extname", arity: 1) { (call) throws(Unwinding) in
      call.make(PathText.fileExtension(try path(0, call)))
    }
    table.defineOnItself("split", arity: 1) { (call) throws(Unwinding) in
      let path = try path(0, call)
      return call.make([call.make(PathText.dirname(path)), call.make(PathText.basename(path, suffix: []))])
    }
    table.defineOnItself("path", arity: 1) { (call) throws(Unwinding) in call.make(try path(0, call)) }
    table.defineOnItself("absolute_path?", arity: 1) { (call) throws(Unwinding) in
      .boolean(try path(0, call).first == UInt8(ascii: "/"))
    }
    table.defineOnItself("expand_path", "absolute_path", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      let path = try path(0, call)
      if path.first == UInt8(ascii: "/") { return call.make(PathText.cleaned(path)) }
      if path.first != UInt8(ascii: "~"), call.count == 2, !call[1].isNil {
        let folder = try self.path(1, call)
        if folder.first == UInt8(ascii: "/") {
          return call.make(PathText.cleaned(folder + [UInt8(ascii: "/")] + path))
        }
      }
      return try asked(.file(call.run.spelling(of: call.name)), call)
    }
    table.defineOnItself("fnmatch", "fnmatch?", arity: CoreArity(2, 3)) { call in
      call.unknown("patterns of paths are not followed")
    }
  }

  private static func collect(
    _ values: [RubyValue], into parts: inout [[UInt8]], _ call: CoreCall, level: Int
  ) throws(Unwinding) -> Bool {
    for value in values {
      switch value.settled {
      case .string(let string): parts.append(string.bytes)
      case .unknown: return false
      case .array(let inner):
        guard level < 64 else { throw call.raise("ArgumentError", "recursive array") }
        guard try collect(inner.elements, into: &parts, call, level: level + 1) else { return false }
      case .object:
        guard let text = try objectPath(value, call) else { return false }
        parts.append(text)
      default: throw call.noConversion(of: value, into: "String")
      }
    }
    return true
  }

  /// What `to_path` or `to_str` of an object gives; nil where it cannot be told.
  private static func objectPath(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> [UInt8]? {
    for name in [call.run.symbol("to_path"), .known(.toText)]
    where call.run.method(name, of: call.run.module(of: value)) != nil {
      guard case .string(let text) = try call.run.call(value, name, at: call.place).settled else {
        return nil
      }
      return text.bytes
    }
    throw call.noConversion(of: value, into: "String")
  }

  private static func path(_ index: Int, _ call: CoreCall) throws(Unwinding) -> [UInt8] {
    if case .object = call[index], let text = try objectPath(call[index], call) { return text }
    return try call.string(index).bytes
  }

  static func asked(_ question: RubyQuestion, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    try call.run.host.answer(question, call) ?? call.unknown("it depends on the machine")
  }

  /// A question about the file at the path that a call is given first: a value of another kind is none.
  private static func asked(_ question: RubyQuestion, ofPath call: CoreCall) throws(Unwinding) -> RubyValue {
    switch call[0] {
    case .nil, .boolean, .integer, .float, .symbol, .array, .hash, .range:
      throw call.noConversion(of: call[0], into: "String")
    default: return try asked(question, call)
    }
  }

  private static func defineQuestions(_ table: CoreTable) {
    let questions = [
      "exist?", "exists?", "file?", "directory?", "symlink?", "readable?", "writable?", "executable?", "size",
      "size?",
      "zero?", "empty?", "owned?", "pipe?", "socket?", "blockdev?", "chardev?", "world_readable?",
      "world_writable?", "stat",
      "lstat", "mtime", "ctime", "atime", "birthtime", "readlink", "realpath", "realdirpath", "ftype",
      "identical?",
      "setuid?", "setgid?", "sticky?",
    ]
    for name in questions {
      table.defineOnItself(name, arity: .from(1)) { (call) throws(Unwinding) in
        try asked(.file(name), ofPath: call)
      }
    }
    for name in ["read", "binread", "readlines", "foreach"] {
      table.defineOnItself(name, arity: .from(1)) { (call) throws(Unwinding) in
        try asked(.content, ofPath: call)
      }
    }
    for name in ["open", "new"] {
      table.defineOnItself(name, arity: .from(1)) { (call) throws(Unwinding) in try asked(.content, call) }
    }
    for name in ["write", "binwrite", "rename", "symlink", "link", "truncate", "mkfifo"] {
      table.defineOnItself(name, arity: .from(1)) { (call) throws(Unwinding) in
        try asked(.file(name), ofPath: call)
      }
    }
    for name in [
      "delete", "unlink", "chmod", "chown", "utime", "umask", "lchown", "lchmod", "popen", "pipe",
      "copy_stream",
    ] {
      table.defineOnItself(name, arity: .any) { (call) throws(Unwinding) in try asked(.file(name), call) }
    }
  }

  static func defineFolders(in table: CoreTable) {
    for name in [
      "entries", "children", "each_child", "exist?", "exists?", "empty?", "mkdir", "rmdir", "delete",
      "unlink",
      "open", "new", "foreach",
    ] {
      table.defineOnItself(name, arity: .from(1)) { (call) throws(Unwinding) in
        try asked(.folder(name), ofPath: call)
      }
    }
    for name in ["glob", "[]", "pwd", "getwd", "home", "chdir", "tmpdir", "mktmpdir"] {
      table.defineOnItself(name, arity: .any) { (call) throws(Unwinding) in try asked(.folder(name), call) }
    }
  }
}

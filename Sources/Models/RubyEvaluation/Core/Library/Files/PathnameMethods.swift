/// The path of a `Pathname`.
final class PathnameContent: RubyPayload {
  let path: [UInt8]

  init(_ path: [UInt8]) { self.path = path }
}

/// `Pathname`: paths are computed, all else is asked of the host.
enum PathnameMethods {
  static func define(in table: CoreTable, kernel: CoreTable) {
    table.module.included = [table.run.classes.comparable]
    let make: CoreMethod = { (call) throws(Unwinding) in object(try path(call[0], call), call) }
    table.defineOnItself("new", arity: 1, make)
    kernel.define("Pathname", arity: 1, make)
    table.defineOnItself("pwd", "glob", arity: .any) { call in call.unknown("it depends on the machine") }
    let paths = table.payloads(PathnameContent.self)
    paths.define("to_s", "to_path", "to_str") { content, call in call.make(content.path) }
    paths.define("inspect") { content, call in
      call.make("#<Pathname:" + String(decoding: content.path, as: UTF8.self) + ">")
    }
    paths.define("+", "/", arity: 1) { (content, call) throws(Unwinding) in
      object(plus(content.path, try path(call[0], call)), call)
    }
    paths.define("join", arity: .any) { (content, call) throws(Unwinding) in
      var joined = content.path
      for argument in call.arguments { joined = plus(joined, try path(argument, call)) }
      return object(joined, call)
    }
    paths.define("basename", arity: CoreArity(0, 1)) { (content, call) throws(Unwinding) in
      let suffix = call.count == 1 ? try call.string(0).bytes : []
      return object(PathText.basename(content.path, suffix: suffix), call)
    }
    paths.define("dirname") { content, call in object(PathText.dirname(content.path), call) }
    paths.define("parent") { content, call in object(plus(content.path, Array("..".utf8)), call) }
    paths.define("extname") { content, call in call.make(PathText.fileExtension(content.path)) }
    paths.define("cleanpath") { content, call in object(PathText.cleanedRelative(content.path), call) }
    paths.define("sub_ext", arity: 1) { (content, call) throws(Unwinding) in
      let stem = content.path.dropLast(PathText.fileExtension(content.path).count)
      return object(stem + (try call.string(0).bytes), call)
    }
    paths.define("relative_path_from", arity: 1) { (content, call) throws(Unwinding) in
      object(try relative(content.path, from: try path(call[0], call), call), call)
    }
    paths.define("absolute?") { content, _ in .boolean(content.path.first == UInt8(ascii: "/")) }
    paths.define("relative?") { content, _ in .boolean(content.path.first != UInt8(ascii: "/")) }
    paths.define("root?") { content, _ in
      .boolean(!content.path.isEmpty && content.path.allSatisfy { $0 == UInt8(ascii: "/") })
    }
    paths.define("each_filename") { (content, call) throws(Unwinding) in
      let names = content.path.split(separator: UInt8(ascii: "/")).map { call.make(Array($0)) }
      guard call.block != nil else { return Enumeration.over(names, call) }
      for name in names { _ = try call.yield(name) }
      return .nil
    }
    paths.define("<=>", arity: 1) { content, call in
      guard let other = self.content(of: call[0]) else { return .nil }
      return .integer(CoreCall.order(of: content.path, other.path))
    }
    paths.define("==", "eql?", "===", arity: 1) { content, call in
      .boolean(self.content(of: call[0])?.path == content.path)
    }
    for name in [
      "exist?", "file?", "directory?", "symlink?", "readable?", "writable?", "executable?", "size", "mtime",
      "realpath", "stat", "zero?", "empty?",
    ] {
      paths.define(name, arity: .any) { (_, call) throws(Unwinding) in
        try FileMethods.asked(.file(name), call)
      }
    }
    for name in ["read", "binread", "readlines", "each_line"] {
      paths.define(name, arity: .any) { (_, call) throws(Unwinding) in try FileMethods.asked(.content, call) }
    }
    for name in ["children", "entries", "glob", "each_child", "mkpath", "mkdir"] {
      paths.define(name, arity: .any) { (_, call) throws(Unwinding) in
        try FileMethods.asked(.folder(name), call)
      }
    }
  }

  private static func content(of value: RubyValue) -> PathnameContent? {
    if case .object(let object) = value { object.payload as? PathnameContent } else { nil }
  }

  private static func object(_ path: [UInt8], _ call: CoreCall) -> RubyValue {
    .object(RubyObject(of: call.run.libraryClass("Pathname"), payload: PathnameContent(path)))
  }

  private static func path(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> [UInt8] {
    if let content = content(of: value) { return content.path }
    guard case .string(let string) = value else { throw call.noConversion(of: value, into: "String") }
    return string.bytes
  }

  /// The way from a folder to a path.
  private static func relative(
    _ path: [UInt8], from base: [UInt8], _ call: CoreCall
  ) throws(Unwinding) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    guard (path.first == slash) == (base.first == slash) else {
      let prefix = path.first == slash ? "\"/\"" : "\"\""
      throw call.raise("ArgumentError", "different prefix: \(prefix) and \(TextInspection.quoted(base))")
    }
    let names = { (path: [UInt8]) in
      PathText.cleanedRelative(path).split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
    }
    var (there, here) = (names(path)[...], names(base)[...])
    while let first = there.first, let other = here.first, first == other {
      there = there.dropFirst()
      here = here.dropFirst()
    }
    guard !here.contains(where: { $0.elementsEqual("..".utf8) }) else {
      throw call.raise("ArgumentError", "base_directory has ..: \(TextInspection.quoted(base))")
    }
    let up = Array("..".utf8)
    let parts = here.map { _ in up } + there.map(Array.init)
    return parts.isEmpty ? Array(".".utf8) : Array(parts.joined(separator: [slash]))
  }

  /// One path behind another: `..` at its beginning takes a part away.
  private static func plus(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    if second.first == UInt8(ascii: "/") { return second }
    var base = first
    var rest = second.split(separator: UInt8(ascii: "/"))[...]
    while let next = rest.first {
      if next.elementsEqual(".".utf8) {
        rest = rest.dropFirst()
        continue
      }
      let name = PathText.basename(base, suffix: [])
      let canGoUp = !base.isEmpty && !name.elementsEqual("..".utf8) && !name.elementsEqual(".".utf8)
      guard next.elementsEqual("..".utf8), canGoUp else { break }
      rest = rest.dropFirst()
      if base.allSatisfy({ $0 == UInt8(ascii: "/") }) { continue }
      base = PathText.dirname(base)
    }
    let tail = Array(rest.joined(separator: [UInt8(ascii: "/")]))
    if tail.isEmpty { return base.isEmpty ? [UInt8(ascii: ".")] : base }
    return base.isEmpty || base.elementsEqual(".".utf8) ? tail : PathText.joined([base, tail])
  }
}

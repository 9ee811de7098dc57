import Diagnostics
import Host
import RubyEvaluation
import RubySyntax
import Source

/// Runs a file that only declares; of the machine it sees the files of the tree, as metadata.rb reads a README.
///
/// A class because the interpreter calls back into it.
final class DeclarationEvaluation: RubyHost {
  private let language: DeclaringLanguage
  private let files: any FileTree
  /// The folder of the file tree itself, with a slash at its end.
  private let root: String
  /// The file's folder, absolute and with a slash at its end: what lies elsewhere is that of the machine.
  private let folder: String
  private let path: String
  private var result = Declarations()
  private var blockDepth = 0
  private var missingFile: String?
  private var interpreter: RubyInterpreter?
  /// The `self` of the file.
  private var file: RubyObject?

  static func run(
    _ tree: RubyTree, of file: FileID, as language: DeclaringLanguage, in files: any FileTree
  ) -> Declarations {
    let host = DeclarationEvaluation(of: file, language, files)
    host.run(tree)
    return host.result
  }

  private init(of file: FileID, _ language: DeclaringLanguage, _ files: any FileTree) {
    self.language = language
    self.files = files
    let root = files.workingDirectory == "/" ? "/" : files.workingDirectory + "/"
    let path = file.path.hasPrefix("/") ? file.path : root + file.path
    self.root = root
    self.path = path
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
  }

  private func run(_ tree: RubyTree) {
    let interpreter = RubyInterpreter(host: self)
    defer { interpreter.end() }
    let module = interpreter.makeClass("Declarations")
    // Ruby has a method of that name for everybody.
    CoreTable(interpreter, module).define("gem", arity: .any, unknowns: .taken) {
      [unowned self] (call) throws(Unwinding) in try record(call, "gem")
    }
    let program = interpreter.load(tree, path: path)
    let file = RubyObject(of: module)
    (self.interpreter, self.file) = (interpreter, file)
    defer { (self.interpreter, self.file) = (nil, nil) }
    let outcome = interpreter.attempt { () throws(Unwinding) in
      try interpreter.run(program, self: .object(file))
    }
    switch outcome {
    case .value: return
    case .stopped(let unknown): result.unknown = UnknownReason(unknown.reason, at: unknown.origin?.location)
    case .failed(let failure): note(failure)
    }
  }

  private func note(_ failure: RubyFailure) {
    guard let place = failure.place?.location ?? failure.callers.first?.location else { return }
    if let unknown = unknownWord(failure) {
      result.faults.append(
        ChefFault(
          unknown, failure.certainty == .sure ? .sure : .maybe,
          at: failure.place?.location(of: .name) ?? place))
      return
    }
    let kind: ChefFault.Kind =
      if failure.className == "Errno::ENOENT", let missingFile {
        .missingMetadataFile(missingFile)
      } else {
        .raised(className: failure.className, message: failure.message ?? "the message cannot be told")
      }
    result.faults.append(ChefFault(kind, failure.certainty == .sure ? .sure : .maybe, at: place))
  }

  /// A word that means nothing in the file; nil for any other failure.
  private func unknownWord(_ failure: RubyFailure) -> ChefFault.Kind? {
    guard !language.ignoresOthers, case .object(let object) = failure.exception,
      let state = object.payload as? RubyExceptionState,
      let symbol = state.name, case .object(let receiver)? = state.receiver, receiver === file
    else { return nil }
    let name = interpreter?.spelling(of: symbol) ?? ""
    return .unknownName(
      name, owner: .declarations(language.title), near: Suggestion.nearest(to: name, among: language.words))
  }

  func missing(_ call: CoreCall, isPrivate: Bool) throws(Unwinding) -> RubyValue? {
    guard isPrivate else { return nil }
    let name = call.run.spelling(of: call.name)
    guard language.words.contains(name) || language.ignoresOthers else { return nil }
    // Chef's metadata takes any word, and none with a block.
    if call.block != nil, !language.opensBlocks { return nil }
    return try record(call, name)
  }

  private func record(_ call: CoreCall, _ name: String) throws(Unwinding) -> RubyValue {
    guard let place = call.place else { return .nil }
    let location = place.location
    result.calls.append(
      Declaration(
        name: Located(name, at: location),
        arguments: call.arguments.map { PlainValue($0, call.run, at: location) }, location: location,
        certainty: call.run.certainty == .sure ? .sure : .maybe, isInBlock: blockDepth > 0))
    guard language.opensBlocks else { return .nil }
    if call.block != nil {
      blockDepth += 1
      defer { blockDepth -= 1 }
      _ = try call.yield()
    }
    return call.unknown("what `\(name)` gives is not followed")
  }

  func constant(
    _ name: String, in scope: RubyModule?, _ run: RubyInterpreter
  ) throws(Unwinding) -> RubyValue? {
    guard scope == nil, name == "Chef" || name == "ChefUtils" || ForeignConstants.names.contains(name) else {
      return nil
    }
    return .unknown(RubyUnknown("`\(name)` is not read", at: nil))
  }

  func responds(_ receiver: RubyValue, to name: RubySymbol, _ run: RubyInterpreter) -> Bool? {
    language.words.contains(run.spelling(of: name))
  }

  func answer(_ question: RubyQuestion, _ call: CoreCall) throws(Unwinding) -> RubyValue? {
    guard case .string(let path) = call[0], path.doubt == nil, path.string.hasPrefix(folder),
      !path.string.contains("/../")
    else {
      return call.unknown("it depends on the machine")
    }
    switch question {
    case .content:
      if let bytes = try? files.read(path.string, limit: SourceStore.sizeLimit) { return call.make(bytes) }
      // The folder begins with the tree's own, which nobody wants to read.
      missingFile = path.string.hasPrefix(root) ? String(path.string.dropFirst(root.count)) : path.string
      throw absence(of: path.string, call)
    case .file(let method):
      let kind = files.status(path.string)?.kind
      switch method {
      case "exist?", "exists?", "readable?": return .boolean(kind != nil)
      case "file?": return .boolean(kind == .file)
      case "directory?": return .boolean(kind == .directory)
      default: return call.unknown("it depends on the machine")
      }
    default: return call.unknown("it depends on the machine")
    }
  }
}

extension DeclarationEvaluation {
  /// `Errno::ENOENT`, as Ruby raises it.
  private func absence(of path: String, _ call: CoreCall) -> Unwinding {
    let run = call.run
    let parent = run.constant("Errno", in: run.classes.object) ?? run.makeClass("Errno")
    let above = ["SystemCallError", "StandardError"].lazy.compactMap {
      run.constant($0, in: run.classes.object)
    }
    let module =
      run.constant("ENOENT", in: parent) ?? run.makeClass("ENOENT", superclass: above.first, in: parent)
    return run.raise(module, "No such file or directory @ rb_sysopen - \(path)", at: call.place)
  }
}

extension PlainValue {
  /// A value of a run of Ruby; `location` stands for what has no place of its own.
  init(_ value: RubyValue, _ run: RubyInterpreter, at location: Location, depth: Int = 0) {
    let inner = { (value: RubyValue) in PlainValue(value, run, at: location, depth: depth + 1) }
    let reason = UnknownReason(
      value.doubt?.reason ?? "it is no plain value", at: value.doubt?.origin?.location)
    var place = location
    let content: Content
    switch value.settled {
    case .nil: content = .null
    case .boolean(let flag): content = .bool(flag)
    case .integer(let number): content = .integer(number)
    case .float(let number): content = .float(number)
    case .symbol(let symbol): content = .string(run.spelling(of: symbol))
    case .string(let string):
      content = .string(string.string)
      if !string.parts.isEmpty { place = string.text.location(of: ByteRange(0, string.bytes.count)) }
    case .array(let array) where depth < 50: content = .array(array.elements.map(inner))
    case .hash(let hash) where depth < 50 && !hash.entries.contains { $0.key.doubt != nil }:
      content = .hash(
        hash.entries.compactMap { entry in
          let key = inner(entry.key)
          return key.locatedString.map { Entry($0, inner(entry.value)) }
        })
    default: content = .unknown(reason)
    }
    self.init(content, at: place)
  }
}

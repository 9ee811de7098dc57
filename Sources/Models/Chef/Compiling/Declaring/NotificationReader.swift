import RubyEvaluation

/// Reads the arguments of `notifies` and `subscribes`: an action, a resource in one of three forms, a time.
struct NotificationReader {
  private let compiler: RecipeCompiler
  private let call: CoreCall

  init(_ compiler: RecipeCompiler, _ call: CoreCall) {
    self.compiler = compiler
    self.call = call
  }

  /// Who is notified: Chef refuses lists here, also that of `resources` for more than one.
  func notified() throws(Unwinding) -> [ResourceState.Notice] {
    guard let timing = try timing() else { return [] }
    return notices(try targets(call[1]), try action(), timing)
  }

  /// What is subscribed to; here it may be a list.
  func subscribed() throws(Unwinding) -> [ResourceState.Notice] {
    guard let timing = try timing() else { return [] }
    var targets: [ResourceState.Notice.Target] = []
    for value in flat(call[1]) {
      if case .hash = value.settled { throw try mapRefusal(value) }
      targets += try self.targets(value)
    }
    return notices(targets, try action(), timing)
  }

  private func flat(_ value: RubyValue) -> [RubyValue] {
    if case .array(let array) = value.settled { array.elements.flatMap(flat) } else { [value] }
  }

  private func notices(
    _ targets: [ResourceState.Notice.Target], _ action: String,
    _ timing: CompiledResource.Notification.Timing
  ) -> [ResourceState.Notice] {
    targets.map { target in
      ResourceState.Notice(
        action: action, target: target, timing: timing, place: call.place, certainty: call.run.certainty)
    }
  }

  /// The action's name; empty where it cannot be told.
  private func action() throws(Unwinding) -> String {
    switch call[0].settled {
    case .integer, .float, .boolean, .array, .hash, .range, .pattern:
      throw compiler.refusal(
        "NoMethodError", "undefined method `to_sym' for an instance of \(call.run.className(of: call[0]))",
        in: .argument(0), help: "a notification asks for one action: `:restart`", call)
    default: return compiler.spelling(of: call[0]) ?? ""
    }
  }

  private func timing() throws(Unwinding) -> CompiledResource.Notification.Timing? {
    guard call.count > 2 else { return .delayed }
    if case .unknown = call[2].settled { return .delayed }
    switch compiler.spelling(of: call[2]) {
    case "delayed": return .delayed
    case "immediate", "immediately": return .immediate
    case "before": return .before
    default:
      throw call.raise(
        "ArgumentError",
        "invalid timing: \(compiler.spelling(of: call[2]) ?? "?") for notifies. "
          + "Valid timings are: :delayed, :immediate, :immediately, :before")
    }
  }

  private func targets(_ value: RubyValue) throws(Unwinding) -> [ResourceState.Notice.Target] {
    switch value.settled {
    case .unknown: return [.unknown]
    case .string(let string):
      let text = string.string
      guard Self.isSpecification(text) else { throw refusal(text) }
      return [.text(text)]
    case .object(let object) where object.payload is ResourceState: return [.resource(object)]
    case .hash(let hash):
      let found = try targets(in: hash)
      guard found.count < 2 else {
        throw call.run.raise(
          compiler.classes.error("InvalidResourceReference"), CollectionCheck.severalWords,
          RaisedFault(CollectionCheck.several, in: .argument(1)), at: call.place)
      }
      return found
    default: throw refusal(try call.inspection(of: value) ?? "?")
    }
  }

  /// The resources of `type: 'name'`, whose names may be a list.
  private func targets(in hash: RubyHash) throws(Unwinding) -> [ResourceState.Notice.Target] {
    var targets: [ResourceState.Notice.Target] = []
    for entry in hash.entries {
      guard let type = compiler.spelling(of: entry.key), entry.value.doubt == nil else { return [.unknown] }
      var names = [entry.value]
      if case .array(let list) = entry.value.settled { names = list.elements }
      for value in names {
        guard let name = try call.text(of: value) else { return [.unknown] }
        targets.append(.text("\(type)[\(String(decoding: name, as: UTF8.self))]"))
      }
    }
    return targets
  }

  /// What a map raises in `subscribes`, which is asked as if it were a resource.
  private func mapRefusal(_ value: RubyValue) throws(Unwinding) -> Unwinding {
    var text = "'type[name]'"
    if case .hash(let hash) = value.settled, case .text(let target)? = try targets(in: hash).first {
      text = "'\(target)'"
    }
    return compiler.refusal(
      "NoMethodError", "undefined method `run_context' for an instance of Hash: `subscribes` takes no map",
      in: .argument(1), help: "write `\(text)`", call)
  }

  /// `type[name]`, or a type alone for a resource without a name.
  static func isSpecification(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let word = bytes.prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F
    }
    if word.count == bytes.count { return !word.isEmpty }
    return !word.isEmpty && bytes[word.count] == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
  }

  private func refusal(_ words: String) -> Unwinding {
    let message = "`\(words)` is not a valid simple resource lookup specification; write `type[name]`"
    let kind = ChefFault.Kind.raised(
      className: "Chef::Exceptions::InvalidResourceSpecification", message: message)
    return call.run.raise(
      compiler.classes.error("InvalidResourceSpecification"), message,
      RaisedFault(kind, in: .text(words, otherwise: 1)), at: call.place)
  }
}

import RubySyntax

/// How arguments meet parameters.
enum BindingManner {
  /// Methods and lambdas: their number must fit.
  case strict
  /// Blocks: what is missing is nil, what is too much is dropped, one array is taken apart.
  case loose
}

extension RubyInterpreter {
  /// Gives parameters their values.
  func bind(
    _ node: RubyNode?, _ arguments: CallArguments, _ frame: Frame, _ manner: BindingManner,
    _ place: RubyPlace?
  ) throws(Unwinding) {
    let program = frame.program
    guard let node, case .parameters(let list) = program.tree.shape(of: node) else {
      if manner == .strict, !arguments.isOpen, !arguments.values.isEmpty {
        throw wrongCount(arguments.values.count, 0, 0, at: place)
      }
      return
    }
    var parameters: [RubyParameter] = []
    parameters.reserveCapacity(list.count)
    for child in program.tree.nodes(in: list) {
      if case .parameter(let parameter) = program.tree.shape(of: child) { parameters.append(parameter) }
    }
    let form = ParameterForm(parameters)
    if arguments.isOpen { return try bindOpen(parameters, arguments, frame) }
    var values = arguments.values
    var keywords: RubyValue?
    if arguments.hasKeywords, form.takesKeywords { keywords = values.popLast() }
    if manner == .loose, values.count == 1, form.takesApart {
      switch values[0].settled {
      case .array(let array): values = array.elements
      case .unknown: return try bindOpen(parameters, CallArguments(values: values, isOpen: true), frame)
      default: break
      }
    }
    if manner == .strict, values.count < form.required || form.rest == nil && values.count > form.positional {
      let required = keywords == nil ? parameters.filter { $0.kind == .requiredKeyword } : []
      throw wrongCount(
        values.count, form.required, form.rest == nil ? form.positional : nil,
        keywords: required.compactMap { $0.name.map { program.tree.spelling(of: $0) } }, at: place)
    }
    try bindPositionals(parameters, form, values, frame)
    try bindKeywords(parameters, form, keywords, frame, manner, place)
    for parameter in parameters {
      switch parameter.kind {
      case .block:
        set(parameter, arguments.block.map { .procedure($0) } ?? .nil, frame, anonymous: "&")
      case .blockLocal: set(parameter, .nil, frame, anonymous: "")
      case .forwarded:
        var passed = arguments
        passed.values.removeFirst(min(form.required, passed.values.count))
        frame.forwarded = passed
      default: break
      }
    }
  }

  private func set(_ parameter: RubyParameter, _ value: RubyValue, _ frame: Frame, anonymous: String) {
    let name = parameter.name.map { frame.program.symbol($0.name, self) } ?? symbol(anonymous)
    touch(frame)
    frame.set(name, value)
  }

  private func bindPositionals(
    _ parameters: [RubyParameter], _ form: ParameterForm, _ values: [RubyValue], _ frame: Frame
  ) throws(Unwinding) {
    var position = 0
    // Optional ones take what the required ones leave.
    var spare = max(0, values.count - form.required)
    for parameter in parameters {
      switch parameter.kind {
      case .required:
        set(parameter, position < values.count ? values[position] : .nil, frame, anonymous: "")
        position += 1
      case .destructured:
        if let targets = parameter.value {
          try declareParts(position < values.count ? values[position] : .nil, targets, frame)
        }
        position += 1
      case .optional:
        if spare > 0, position < values.count {
          set(parameter, values[position], frame, anonymous: "")
          position += 1
          spare -= 1
        } else {
          let value = try parameter.value.map { (node) throws(Unwinding) in try evaluate(node, frame) }
          set(parameter, value ?? .nil, frame, anonymous: "")
        }
      case .rest:
        let end = max(position, values.count - form.requiredAfterRest)
        let rest = position < values.count ? Array(values[position..<min(end, values.count)]) : []
        set(parameter, .array(born(RubyArray(rest))), frame, anonymous: "*")
        position = max(position, end)
      default: break
      }
    }
  }

  /// Takes a value apart into parameters, which are new variables of the frame.
  private func declareParts(
    _ value: RubyValue, _ targets: RubyNode, _ frame: Frame
  ) throws(Unwinding) {
    declare(targets, frame)
    try takeApart(value, into: targets, frame)
  }

  private func declare(_ node: RubyNode, _ frame: Frame) {
    switch frame.program.tree.shape(of: node) {
    case .local(let word): frame.set(frame.program.symbol(word.name, self), .nil)
    case .splat(let inner?) where !budget.isDeep: declare(inner, frame)
    case .targets(let list) where !budget.isDeep:
      for child in frame.program.tree.nodes(in: list) { declare(child, frame) }
    default: return
    }
  }

  private func bindKeywords(
    _ parameters: [RubyParameter], _ form: ParameterForm, _ keywords: RubyValue?, _ frame: Frame,
    _ manner: BindingManner, _ place: RubyPlace?
  ) throws(Unwinding) {
    guard form.takesKeywords else { return }
    if let doubt = keywords?.doubt {
      return try bindOpen(
        parameters.filter { $0.kind.isKeyword }, CallArguments(values: [.unknown(doubt)], isOpen: true), frame
      )
    }
    let given = RubyHash()
    if case .hash(let hash)? = keywords { given.replace(by: hash) }
    let missing = parameters.filter { parameter in
      guard parameter.kind == .requiredKeyword, let word = parameter.name else { return false }
      return given[.symbol(frame.program.symbol(word.name, self))] == nil
    }
    if !missing.isEmpty {
      let noun = missing.count == 1 ? "keyword" : "keywords"
      let names = missing.compactMap { $0.name.map { ":" + frame.program.tree.spelling(of: $0) } }
      throw raise("ArgumentError", "missing \(noun): \(names.joined(separator: ", "))", at: place)
    }
    for parameter in parameters
    where parameter.kind == .requiredKeyword || parameter.kind == .optionalKeyword {
      guard let word = parameter.name else { continue }
      let name = frame.program.symbol(word.name, self)
      if let value = given[.symbol(name)] {
        set(parameter, value, frame, anonymous: "")
        given[.symbol(name)] = nil
      } else {
        let value = try parameter.value.map { (node) throws(Unwinding) in try evaluate(node, frame) }
        set(parameter, value ?? .nil, frame, anonymous: "")
      }
    }
    if let rest = parameters.first(where: { $0.kind == .keywordRest }) {
      set(rest, .hash(born(given)), frame, anonymous: "**")
    } else if manner == .strict, !given.isEmpty {
      let names = try given.keys.map { (key) throws(Unwinding) in try inspection(of: key, at: place) ?? "?" }
      let noun = names.count == 1 ? "keyword" : "keywords"
      throw raise("ArgumentError", "unknown \(noun): \(names.joined(separator: ", "))", at: place)
    }
  }

  /// Gives parameters values where it is not known how many arguments there are.
  private func bindOpen(
    _ parameters: [RubyParameter], _ arguments: CallArguments, _ frame: Frame
  ) throws(Unwinding) {
    let doubt = arguments.values.lazy.compactMap(\.doubt).first ?? RubyUnknown("it cannot be told", at: nil)
    let known = arguments.values.prefix { $0.doubt == nil }
    var position = 0
    for parameter in parameters {
      switch parameter.kind {
      case .required where position < known.count:
        set(parameter, known[position], frame, anonymous: "")
        position += 1
      case .destructured:
        if let targets = parameter.value { try declareParts(.unknown(doubt), targets, frame) }
      case .block: set(parameter, arguments.block.map { .procedure($0) } ?? .nil, frame, anonymous: "&")
      case .forwarded: frame.forwarded = arguments
      case .noKeywords: break
      case .blockLocal: set(parameter, .nil, frame, anonymous: "")
      case .rest: set(parameter, .unknown(doubt), frame, anonymous: "*")
      case .keywordRest: set(parameter, .unknown(doubt), frame, anonymous: "**")
      default: set(parameter, .unknown(doubt), frame, anonymous: "")
      }
    }
  }
}

extension RubyParameter.Kind {
  var isKeyword: Bool { self == .requiredKeyword || self == .optionalKeyword || self == .keywordRest }
}

/// What the parameters of a method or block ask for.
struct ParameterForm {
  private(set) var required = 0
  private(set) var optional = 0
  private(set) var requiredAfterRest = 0
  /// The position of `*rest`, of `...`, or of the comma at the end.
  private(set) var rest: Int?
  private(set) var takesKeywords = false

  init(_ parameters: [RubyParameter]) {
    for (position, parameter) in parameters.enumerated() {
      switch parameter.kind {
      case .required, .destructured:
        required += 1
        if rest != nil { requiredAfterRest += 1 }
      case .optional: optional += 1
      case .rest, .forwarded: rest = position
      case .requiredKeyword, .optionalKeyword, .keywordRest: takesKeywords = true
      case .noKeywords, .block, .blockLocal: break
      }
    }
  }

  var positional: Int { required + optional }

  /// Whether a block takes a single array apart.
  var takesApart: Bool {
    positional > 1 || rest != nil && positional > 0 || required == 1 && takesKeywords
  }
}

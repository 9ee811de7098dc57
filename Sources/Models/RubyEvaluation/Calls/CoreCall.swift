/// A method that is written in Swift.
package typealias CoreMethod = (CoreCall) throws(Unwinding) -> RubyValue

/// One call of a method that is written in Swift: what it was given, and what it can do.
package struct CoreCall {
  package let run: RubyInterpreter
  package let receiver: RubyValue
  package let name: RubySymbol
  /// All arguments; keywords are a hash at the end.
  package let arguments: [RubyValue]
  /// Whether the last argument was written as keywords.
  package let hasKeywords: Bool
  package let block: RubyProcedure?
  /// The call in the program.
  package let place: RubyPlace?

  package init(
    _ run: RubyInterpreter, _ receiver: RubyValue, _ name: RubySymbol, _ arguments: [RubyValue],
    hasKeywords: Bool, block: RubyProcedure?, at place: RubyPlace?
  ) {
    self.run = run
    self.receiver = receiver
    self.name = name
    self.arguments = arguments
    self.hasKeywords = hasKeywords
    self.block = block
    self.place = place
  }

  package var count: Int { arguments.count }

  /// What a block that is made for this call holds of the program.
  var held: [RubyValue] { [receiver] + arguments + (block.map { [.procedure($0)] } ?? []) }

  /// An argument; nil where it was not given.
  package subscript(index: Int) -> RubyValue { index < arguments.count ? arguments[index] : .nil }

  /// A keyword argument, `name:`.
  package func option(_ name: String) -> RubyValue? {
    guard hasKeywords, case .hash(let hash) = arguments.last else { return nil }
    return hash[.symbol(run.symbol(name))]
  }

  /// The arguments without keywords.
  package var positionals: ArraySlice<RubyValue> { hasKeywords ? arguments.dropLast() : arguments[...] }

  /// An argument that must be an integer, as Ruby converts it.
  package func integer(_ index: Int) throws(Unwinding) -> Int {
    switch self[index] {
    case .integer(let number): return number
    case .float(let number): if let whole = Int(exactly: number.rounded(.towardZero)) { return whole }
    default: break
    }
    if case .integer(let number)? = try converted(self[index], by: "to_int") { return number }
    throw noConversion(of: self[index], into: "Integer")
  }

  /// An argument that must be a string.
  package func string(_ index: Int) throws(Unwinding) -> RubyString {
    if case .string(let string) = self[index] { return string }
    if case .string(let string)? = try converted(self[index], by: "to_str") { return string }
    throw noConversion(of: self[index], into: "String")
  }

  /// An argument that must be an array.
  package func array(_ index: Int) throws(Unwinding) -> RubyArray {
    if case .array(let array) = self[index] { return array }
    if case .array(let array)? = try converted(self[index], by: "to_ary") { return array }
    throw noConversion(of: self[index], into: "Array")
  }

  /// An argument that must be a hash.
  package func hash(_ index: Int) throws(Unwinding) -> RubyHash {
    if case .hash(let hash) = self[index] { return hash }
    if case .hash(let hash)? = try converted(self[index], by: "to_hash") { return hash }
    throw noConversion(of: self[index], into: "Hash")
  }

  /// What an object of the program is turned into by the method with which Ruby asks for it; nil for one without.
  private func converted(_ value: RubyValue, by name: String) throws(Unwinding) -> RubyValue? {
    guard case .object = value else { return nil }
    let symbol = run.symbol(name)
    let module = run.module(of: value)
    guard run.method(symbol, of: module) != nil else {
      if let doubt = run.doubt(of: module) { throw run.raise(unknown: doubt, at: place) }
      return nil
    }
    let converted = try run.call(value, symbol, at: place).settled
    if case .unknown(let doubt) = converted { throw run.raise(unknown: doubt, at: place) }
    return converted
  }

  /// Raises an exception: `throw call.raise("ArgumentError", "…")`.
  package func raise(_ className: String, _ message: String) -> Unwinding {
    run.raise(className, message, at: place)
  }

  /// "no implicit conversion of nil into String".
  package func noConversion(of value: RubyValue, into className: String) -> Unwinding {
    let name =
      switch value {
      case .nil: "nil"
      case .boolean(let flag): flag ? "true" : "false"
      default: run.className(of: value)
      }
    let way = className == "Integer" && name == "nil" ? "from nil to integer" : "of \(name) into \(className)"
    return raise("TypeError", "no implicit conversion \(way)")
  }

  /// A value that cannot be told because of this call.
  package func unknown(_ reason: String) -> RubyValue { .unknown(RubyUnknown(reason, at: place)) }

  /// Gives up what is known of the receiver, which the call changes in a way that cannot be told.
  func lost(because doubt: RubyUnknown) -> RubyValue {
    run.lose(receiver, because: doubt)
    return .unknown(doubt)
  }

  /// A boolean, or `unknown`.
  package func boolean(_ truth: Bool?) -> RubyValue {
    truth.map { .boolean($0) } ?? unknown("the values compared cannot be told")
  }

  /// A string that this call makes.
  package func make(_ text: String) -> RubyValue { .string(RubyString(Array(text.utf8), at: place)) }

  /// A string that this call makes.
  package func make(_ bytes: [UInt8]) -> RubyValue { .string(RubyString(bytes, at: place)) }

  /// A value that the call of a class makes, as an instance of that class: `class List < Array; end; List[1]`.
  package func instance(_ value: RubyValue) -> RubyValue {
    if case .module(let module) = receiver, let object = value.heap, run.module(of: value) !== module {
      run.setClass(of: object, to: module)
    }
    return value
  }

  /// An array that this call makes.
  package func make(_ elements: [RubyValue]) -> RubyValue { .array(RubyArray(elements)) }

  /// Announces a change of an object: raises FrozenError, and keeps its state where the change may not happen.
  package func change(_ object: RubyHeapObject) throws(Unwinding) { try run.change(object, at: place) }

  /// Counts what is about to be made (bytes or elements); stops the run where there is too much.
  package func reserve(_ count: Int) throws(Unwinding) { try run.reserve(count, at: place) }

  /// Counts a step of a loop that no block call counts.
  package func step() throws(Unwinding) { try run.step(at: place) }

  /// Calls the block.
  package func yield(_ values: RubyValue...) throws(Unwinding) -> RubyValue {
    guard let block else { throw raise("LocalJumpError", "no block given (yield)") }
    return try run.call(block, values, at: place)
  }

  /// Calls a method.
  package func send(
    _ receiver: RubyValue, _ name: KnownName, _ arguments: RubyValue...
  ) throws(Unwinding) -> RubyValue {
    try run.call(receiver, name.symbol, arguments, at: place)
  }

  /// What `to_s` gives as bytes; nil where it cannot be told.
  package func text(of value: RubyValue) throws(Unwinding) -> [UInt8]? { try run.text(of: value, at: place) }

  /// What `inspect` gives; nil where it cannot be told.
  package func inspection(of value: RubyValue) throws(Unwinding) -> String? {
    try run.inspection(of: value, at: place)
  }

  /// `a == b`; nil where it cannot be told.
  package func areEqual(_ a: RubyValue, _ b: RubyValue) throws(Unwinding) -> Bool? {
    try run.areEqual(a, b, at: place)
  }
}

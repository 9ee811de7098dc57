/// The state of an object at one moment.
enum SavedState {
  case frame([RubyValue], lastMatch: RubyValue)
  case string(RubyString)
  case array([RubyValue], RubyUnknown?)
  case hash(RubyHash.Table, fallback: RubyValue, RubyUnknown?)
  case object([(name: RubySymbol, value: RubyValue)], payload: (any SavedPayload)?)
  case module(ModuleState)
  case globals([RubySymbol: RubyValue])
  case nothing

  /// What a class or module holds.
  struct ModuleState {
    var variables: [(name: RubySymbol, value: RubyValue)]
    var methods: [RubySymbol: RubyMethodEntry]
    var constants: [RubySymbol: RubyValue]
    var constantNames: [RubySymbol]
    var classVariables: [RubySymbol: RubyValue]
    var included: [RubyModule]
    var prepended: [RubyModule]
    var doubt: RubyUnknown?
  }

  init(of object: RubyHeapObject) {
    switch object {
    case let frame as Frame: self = .frame(frame.values, lastMatch: frame.lastMatch)
    case let string as RubyString: self = .string(RubyString(copying: string))
    case let array as RubyArray: self = .array(array.elements, array.doubt)
    case let hash as RubyHash: self = .hash(hash.table, fallback: hash.fallback, hash.doubt)
    case let module as RubyModule:
      self = .module(
        ModuleState(
          variables: module.variables, methods: module.methods, constants: module.constants,
          constantNames: module.constantNames, classVariables: module.classVariables,
          included: module.included,
          prepended: module.prepended, doubt: module.doubt))
    case let object as RubyObject:
      self = .object(object.variables, payload: Self.saved(object.payload))
    case let globals as GlobalTable: self = .globals(globals.values)
    default: self = .nothing
    }
  }

  private static func saved(_ payload: (any RubyPayload)?) -> (any SavedPayload)? {
    guard let payload = payload as? any RubyMutablePayload else { return nil }
    return keep(payload)
  }

  private static func keep<Payload: RubyMutablePayload>(_ payload: Payload) -> any SavedPayload {
    PayloadState(payload: payload, state: payload.state)
  }

  /// How much it holds, for counting steps.
  var size: Int {
    switch self {
    case .frame(let values, _): values.count
    case .string: 1
    case .array(let elements, _): elements.count
    case .hash(let table, _, _): table.entries.count
    case .object(let variables, _): variables.count
    case .module(let state): state.methods.count + state.constants.count
    case .globals(let values): values.count
    case .nothing: 0
    }
  }
}

/// The state of a payload at one moment; the type of the state is its own affair.
protocol SavedPayload {
  func restore()
  /// Gives the payload what is known where it is in its present state or in this one.
  func mergeIntoPresent()
}

struct PayloadState<Payload: RubyMutablePayload>: SavedPayload {
  let payload: Payload
  let state: Payload.State

  func restore() { payload.state = state }

  func mergeIntoPresent() { payload.state = Payload.merged(state, payload.state) }
}

/// The global variables.
final class GlobalTable: RubyHeapObject {
  var values: [RubySymbol: RubyValue] = [:]
}

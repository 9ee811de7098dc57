extension RubyInterpreter {
  /// A class of exceptions of Ruby's own.
  package func errorClass(_ name: String) -> RubyModule {
    if case .module(let module)? = classes.object.constants[symbol(name)] {
      module
    } else {
      classes.exception
    }
  }

  /// Raises an exception of a class known by its name, with what the host knows of it.
  package func raise(
    _ className: String, _ message: String, _ detail: (any RubyPayload)? = nil, at place: RubyPlace?
  ) -> Unwinding {
    raise(errorClass(className), message, detail, at: place)
  }

  /// Raises an exception for a name that is not found.
  func raise(
    _ className: String, _ message: String, name: RubySymbol, of receiver: RubyValue? = nil,
    at place: RubyPlace?
  ) -> Unwinding {
    let state = RubyExceptionState(message)
    state.name = name
    state.receiver = receiver
    return raise(born(RubyObject(of: errorClass(className), payload: state)), state, message, at: place)
  }

  /// Raises an exception of a class, with what the host knows of it.
  package func raise(
    _ module: RubyModule, _ message: String, _ detail: (any RubyPayload)? = nil, at place: RubyPlace?
  ) -> Unwinding {
    let state = RubyExceptionState(message)
    state.detail = detail
    let object = born(RubyObject(of: module, payload: state))
    return raise(object, state, message, at: place)
  }

  /// Raises an exception that the program made.
  func raise(
    _ exception: RubyObject, _ state: RubyExceptionState, _ message: String?, at place: RubyPlace?
  ) -> Unwinding {
    if state.places.isEmpty {
      state.places = (place.map { [$0] } ?? []) + stack
      state.cause = handled.last ?? .nil
    }
    let name = plainClass(of: .object(exception)).name ?? "#<Class>"
    return unwind(
      .raise(
        RubyFailure(
          .object(exception), className: name, message: message, at: state.places.first,
          callers: Array(state.places.dropFirst()), certainty)))
  }

  /// Runs code for the host, which says of what it raises what it was run for.
  package func explained(
    _ body: () throws(Unwinding) -> RubyValue, by detail: () -> any RubyPayload
  ) throws(Unwinding) -> RubyValue {
    do throws(Unwinding) {
      return try body()
    } catch {
      if case .raise(let failure)? = departure, case .object(let object) = failure.exception,
        let state = object.payload as? RubyExceptionState, state.detail == nil
      {
        state.detail = detail()
      }
      throw error
    }
  }

  /// Raises an exception of which nothing is known.
  func raise(unknown doubt: RubyUnknown, at place: RubyPlace?) -> Unwinding {
    unwind(
      .raise(
        RubyFailure(
          .unknown(doubt), className: "StandardError", message: nil, at: place, callers: stack, certainty)))
  }

  /// Announces a change of an object: raises FrozenError, and keeps its state for the other branch.
  package func change(_ object: RubyHeapObject, at place: RubyPlace?) throws(Unwinding) {
    noteChange(of: object)
    guard object.isFrozen else { return touch(object) }
    let value = value(of: object)
    let shown = try inspection(of: value, at: place) ?? "it"
    throw raise("FrozenError", "can't modify frozen \(className(of: value)): \(shown)", at: place)
  }

  /// Announces a change of the state of a payload.
  package func willChange(payloadOf object: RubyObject) { touch(object) }

  func value(of object: RubyHeapObject) -> RubyValue {
    switch object {
    case let string as RubyString: .string(string)
    case let array as RubyArray: .array(array)
    case let hash as RubyHash: .hash(hash)
    case let range as RubyInterval: .range(range)
    case let pattern as RubyPattern: .pattern(pattern)
    case let procedure as RubyProcedure: .procedure(procedure)
    case let module as RubyModule: .module(module)
    case let object as RubyObject: .object(object)
    default: .nil
    }
  }
}

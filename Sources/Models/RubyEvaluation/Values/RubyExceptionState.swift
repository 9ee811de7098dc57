/// What an exception carries besides the variables that its class gives it.
package final class RubyExceptionState: RubyPayload {
  /// nil where none was given: then it is the name of the class.
  package var message: RubyValue?
  /// The exception that was being handled when it was raised.
  package var cause: RubyValue = .nil
  /// Where it was raised, and the calls that led there.
  package var places: [RubyPlace] = []

  package var held: [RubyValue] { [message ?? .nil, cause] }

  package init(_ message: String) { self.message = .string(RubyString(Array(message.utf8), at: nil)) }

  package init(message: RubyValue?) { self.message = message }
}

import Expectation
import Image
import Source

/// What an image answers when it is asked for a property.
enum GossFinding {
  case value(GossValue)
  /// A text that goss reads line by line where patterns are asked for; goss's name of what it reads.
  case reader([UInt8], name: String)
  /// goss has no value for it; its words.
  case error(String)
  /// The image could not be read, or the command not started.
  case broken(String)
  /// It cannot be told at rest.
  case undecided(UnknownReason)

  /// Asks the image; what cannot be read of it is an error.
  static func of(_ ask: () throws(ImageError) -> GossFinding) -> GossFinding {
    do throws(ImageError) { return try ask() } catch { return .broken(error.message) }
  }

  /// The answer to a question that a predicted image may not be able to answer.
  static func known<Value>(
    _ found: Known<Value>, absent: GossFinding, _ finding: (Value) -> GossFinding
  ) -> GossFinding {
    switch found {
    case .value(let value): finding(value)
    case .absent: absent
    case .unknown(let reason): .undecided(reason)
    }
  }
}

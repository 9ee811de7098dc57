import Image
import Matching
import Source

/// Answers what one thing of an image is like.
protocol Probe {
  /// Whether the thing is there, as a truth value; things that cannot be absent answer true.
  var presence: Finding { get }
  /// The property that asks for presence: `exists`; nil where a spec cannot ask.
  var presenceProperty: String? { get }
  /// What is said where it is not there: `/etc/x does not exist`.
  var absence: String { get }
  /// What stands for the value of a thing that is not there.
  var absentValue: String { get }
  /// What is said where it is there and should not be.
  var unwantedPresence: String { get }

  /// The value of a property where the thing is not there: a count is 0; nil for most.
  func absentValue(of property: String) -> Subject?
  /// The value of a property; the thing is there when this is asked.
  func finding(of property: String, in search: ImageSearch) -> Finding
  /// What is named in a sentence about a property.
  func name(for property: String) -> String
  /// Lines that help to see why a property is not as expected.
  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String]
  /// Lines that help to see where the thing comes from, when it should not be there.
  func evidenceOfPresence(in search: ImageSearch) -> [String]
  /// Lines that help to see where the thing is, when it is not there.
  func evidenceOfAbsence(in search: ImageSearch) -> [String]
}

extension Probe {
  var presence: Finding { .value(.bool(true)) }
  /// Of what is always there, once it could be looked at.
  static func presence<Value>(of found: Result<Known<Value>, ImageError>) -> Finding {
    switch found {
    case .success(.unknown(let reason)): .unknown(reason)
    case .success: .value(.bool(true))
    case .failure(let error): .broken(error.message)
    }
  }
  var presenceProperty: String? { "exists" }
  var absence: String { "it is not there" }
  var absentValue: String { "absent" }
  func absentValue(of property: String) -> Subject? { property == presenceProperty ? .bool(false) : nil }
  var unwantedPresence: String { "it is there" }
  func name(for property: String) -> String { property }
  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    []
  }
  func evidenceOfPresence(in search: ImageSearch) -> [String] { [] }
  func evidenceOfAbsence(in search: ImageSearch) -> [String] { [] }
}

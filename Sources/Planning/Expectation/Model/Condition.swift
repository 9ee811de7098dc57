import Matching
import Source

/// Something that must hold of an image, or of where it is judged, for a thing to be judged at all.
package struct Condition: Sendable {
  package enum Holding: Sendable {
    case holds
    /// One clause: `platform` is "alpine", not "debian".
    case fails(String)
    case unknown(String)
  }

  /// `platform`, `inputs.stage`.
  package let fact: String
  let matcher: Matcher
  /// The value of an input, which no image is asked for.
  var given: Known<Subject>?

  func holding(in search: ImageSearch) -> Holding {
    let result =
      if let given { matcher.result(for: given) } else { matcher.result(for: search.fact(fact)) }
    return switch result.verdict {
    case .matched: .holds
    case .unmatched: .fails("`\(fact)` \(result.sentence)")
    case .invalid: .unknown("`\(fact)` \(result.sentence)")
    case .undecided(let reason): .unknown(reason.text)
    }
  }
}

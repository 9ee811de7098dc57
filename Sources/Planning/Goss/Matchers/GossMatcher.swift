import Expectation
import Source

/// What an expected value of a goss file demands, in the parts that goss makes of it.
struct GossMatcher: Sendable {
  indirect enum Form: Sendable {
    case equal(GossValue)
    /// `have-prefix`, `have-suffix`, `contain-substring`.
    case part(Part, [UInt8])
    case expression(String)
    /// `eq`, `gt`, `ge`, `lt`, `le`.
    case number(String, GossValue)
    case length(Int)
    case key(GossMatcher)
    case patterns(GossValue)
    case element(GossMatcher)
    case elements([GossMatcher])
    case consist([GossMatcher])
    case not(GossMatcher)
    case and([GossMatcher])
    case or([GossMatcher])
    case versions(String)
    case converted(GossConversion, GossMatcher)
  }

  enum Part: String, Sendable {
    case prefix = "have-prefix"
    case suffix = "have-suffix"
    case substring = "contain-substring"

    var words: String {
      switch self {
      case .prefix: "to have prefix"
      case .suffix: "to have suffix"
      case .substring: "to contain substring"
      }
    }
  }

  let form: Form
  /// The place in the file.
  let location: Location
  let compatibility: Compatibility
}

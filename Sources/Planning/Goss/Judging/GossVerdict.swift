import Expectation
import Source

/// What became of one property.
enum GossVerdict {
  /// The value, and what goss read it from where it goes line by line.
  case passed(GossValue, reader: String?)
  case failed(GossResult.Match, GossValue)
  /// It cannot be judged; how far the comparison came stands beside it.
  case error(String, GossResult.Match?)
  case broken(String)
  case undecided(UnknownReason)
}

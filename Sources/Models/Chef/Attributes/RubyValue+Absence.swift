import RubyEvaluation

extension RubyValue {
  /// Why the value of a key may be absent from the hash that holds it; nil where it is there.
  func absence(from hash: RubyHash) -> RubyUnknown? {
    switch settled {
    case .hash(let inner): inner.absence
    case .unknown: hash.openness
    default: nil
    }
  }
}

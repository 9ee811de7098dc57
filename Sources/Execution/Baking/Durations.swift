extension Duration {
  /// The span in seconds.
  package var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Double {
  /// Seconds for people: `1.5 s`, `2 s`.
  var shownSeconds: String { self == rounded() ? "\(Int(self)) s" : "\((self * 10).rounded() / 10) s" }
}

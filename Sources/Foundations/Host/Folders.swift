/// Where Ovenproof keeps what outlives a run, by the XDG base directory specification.
package struct Folders: Sendable, Hashable {
  /// Tagged images: removed only when asked.
  package let data: String
  /// Unpacked layers, indexes, pulled bases, scratch: may go at any time.
  package let cache: String

  package init(data: String, cache: String) {
    self.data = data
    self.cache = cache
  }

  /// The folders that the environment names; nil where it names no home at all.
  package init?(environment: [String: String]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let home = value("OVENPROOF_HOME") {
      self.init(data: home + "/data", cache: home + "/cache")
      return
    }
    guard let data = value("XDG_DATA_HOME") ?? value("HOME").map({ $0 + "/.local/share" }),
      let cache = value("XDG_CACHE_HOME") ?? value("HOME").map({ $0 + "/.cache" })
    else { return nil }
    self.init(data: data + "/ovenproof", cache: cache + "/ovenproof")
  }
}

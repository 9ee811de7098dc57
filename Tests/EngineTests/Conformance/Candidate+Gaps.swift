extension Candidate {
  /// Cases that an engine is known to fail, and why: what podman 4 does otherwise, and nothing of ours can mend.
  var gaps: [String: String] {
    guard self == .podman else { return [:] }
    return [
      "a folder is not replaced by a file": "the refusal says nothing by which it is known",
      "a link of the host is copied as a link": "`podman cp` follows it",
      "a registry that takes a connection and is silent from then on is given up":
        "it tries again and again, each time for minutes",
      "author and message are in the history": "the message stands beside the history, not in it",
      "mounting and new user namespaces are refused": "its filter of calls lets user namespaces pass",
      "names of any form are copied": "`podman cp` takes `*` in a name for a pattern",
      "owners, modes, times, links and hard links of a tree are kept":
        "`podman cp` cannot copy a tree with hard links under another name",
      "without a change there is no new layer": "every commit has a layer",
    ]
  }
}

import Chef
import Host
import Source
import Testing

struct DataBagsTests {
  private static let files = [
    "bags/users/amy.json": #"{"id": "ann", "shell": "sh"}"#, "bags/users/bad.json": "{",
    "bags/users/x.txt": "",
    "bags/README.md": "",
  ]

  private func ask(_ bag: String, _ item: String, _ bags: DataBags) -> DataBags.Answer {
    var store = SourceStore(MemoryFileTree(Self.files.mapValues { Array($0.utf8) }))
    return bags.item(item, of: bag, from: &store)
  }

  @Test("finds an item by the name of its file")
  func item() {
    let bags = DataBags(folder: .value("bags"))
    guard case .value(let value) = ask("users", "amy", bags) else {
      Issue.record("it is not found")
      return
    }
    #expect(value["shell"]?.string == "sh")
    #expect(ask("users", "am", bags) == .missingItem(near: "amy"))
    #expect(ask("user", "amy", bags) == .missingBag(near: "users"))
    guard case .refused(let fault) = ask("users", "bad", bags) else {
      Issue.record("it is read")
      return
    }
    #expect(fault.location.file == FileID("bags/users/bad.json"))
  }

  @Test("has nothing without a folder, and does not guess about the guest")
  func nothing() {
    #expect(ask("users", "amy", DataBags(folder: .absent)) == .missingBag(near: nil))
    let reason = UnknownReason("the guest may hold it")
    #expect(ask("users", "zoe", DataBags(folder: .value("bags"), further: reason)) == .unknown(reason))
    #expect(ask("users", "amy", DataBags(folder: .unknown(reason))) == .unknown(reason))
  }

  @Test("lists bags and their items")
  func lists() {
    let tree = MemoryFileTree(Self.files.mapValues { Array($0.utf8) })
    let bags = DataBags(folder: .value("bags"))
    #expect(bags.bags(in: tree) == ["users"])
    #expect(bags.items(of: "users", in: tree) == ["amy", "bad"])
    #expect(bags.items(of: "none", in: tree) == nil)
  }

  @Test("does not judge an item that is too large to be read")
  func large() {
    let size = SourceStore.sizeLimit
    let text = #"{"id": "log", "text": "\#(String(repeating: "a", count: size))"}"#
    var store = SourceStore(MemoryFileTree(["bags/users/log.json": Array(text.utf8)]))
    let answer = DataBags(folder: .value("bags")).item("log", of: "users", from: &store)
    #expect(answer == .unknown(UnknownReason("`bags/users/log.json` is too large to be read here")))
  }
}

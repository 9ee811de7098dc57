import RubySyntax
import Source
import Support
import Testing

@Suite struct RubyTemplateTests {
  /// The template with its statements left out and each output written as `[code]`.
  private func outline(_ text: String) -> String {
    let template = RubyTemplate.parse(DerivedText(SourceFile(FileID("a.erb"), bytes: Array(text.utf8))))
    let tree = template.tree
    var shown = tree.faults.map { "!\($0.message)!" }.joined()
    var open = [tree.root]
    while let node = open.popLast() {
      switch tree.shape(of: node) {
      case .templateText(let index): shown += template.piece(index).string
      case .templateOutput(let body):
        let range = tree.location(of: body).range
        shown += "[" + String(decoding: Array(text.utf8)[range.indices], as: UTF8.self) + "]"
      default: open += tree.children(of: node).reversed()
      }
    }
    return shown
  }

  @Test(arguments: [
    ("a <%= b %>\n", "a [b]\n"), ("<% if a %>\nx\n<% end %>\ny", "x\ny"),
    ("x <% if a %>y<% end %>\n", "x y\n"),
    ("  <%- if a -%>\nx\n  <%- end -%>\n", "x\n"), ("<%= a -%>\nb", "[a]b"), ("<%# note %>\nb", "b"),
    ("a <%# note %> b", "a  b"), ("<%% a %>", "<% a %>"),
    ("<% a.each do |b| %>\n<%= b %>,\n<% end %>", "[b],\n"),
    ("<%= a # why %>\nx", "[a]\nx"), ("<% case a\n when 1 %>\none\n<% else %>\nno\n<% end %>\n", "one\nno\n"),
    ("<%= [1, 2].map { |a| a * 2 }.join(',') %>", "[[1, 2].map { |a| a * 2 }.join(',')]"),
    ("d <% e -%>\nf", "d \nf"), ("\r\n<% a %>\r\nb\r\n", "\r\nb\r\n"),
  ])
  func `A template is text and code`(text: String, outline: String) {
    #expect(self.outline(text) == outline)
  }

  @Test(arguments: [
    ("a\n<% if b %>\nc\n", "`if` is not closed: `end` is missing"),
    ("<%= a( %>", "the end of the tag cannot stand here"),
    ("<% end %>", "`end` cannot stand here"), ("a <% b", "`<%` is not closed: `%>` is missing"),
  ])
  func `A fault in a template is told`(text: String, fault: String) {
    #expect(outline(text).contains(fault), "\(outline(text))")
  }

  @Test func `A fault leads into the template`() throws {
    let text = "line one\nport = <%= @port ] %>\n"
    let template = RubyTemplate.parse(DerivedText(SourceFile(FileID("a.erb"), bytes: Array(text.utf8))))
    let fault = try #require(template.tree.faults.first)
    #expect(fault.location.range == ByteRange(26, 27))
  }

  @Test func `Our templates are read whole`() throws {
    for file in try CaseFolder.files(in: "ruby/templates", endings: [".erb"]) {
      let template = RubyTemplate.parse(DerivedText(SourceFile(FileID(file.name), bytes: file.bytes)))
      #expect(template.tree.faults == [], "\(file.name)")
      #expect(!template.pieces.isEmpty && !template.tags.isEmpty)
    }
  }
}

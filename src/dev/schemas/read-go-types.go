// Reads the types of Go packages as text, without compiling or running them: structs with their JSON names and markers, other declared
// types, the values of string constants by type, and the release numbers that the lifecycle functions return.
//
//	go run read-go-types.go <module path> <module folder> <package folder>...   prints one JSON document
package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

type Field struct {
	Name    string   `json:"name"`
	Type    string   `json:"type"`
	Inline  bool     `json:"inline,omitempty"`
	Omit    bool     `json:"omit,omitempty"`
	Markers []string `json:"markers,omitempty"`
}

type Type struct {
	Fields  []Field  `json:"fields"`
	Alias   string   `json:"alias,omitempty"`
	Markers []string `json:"markers,omitempty"`
}

type Package struct {
	Path      string                       `json:"path"`
	Name      string                       `json:"name"`
	Group     *string                      `json:"group,omitempty"`
	Types     map[string]*Type             `json:"types"`
	Values    map[string][]string          `json:"values"`
	Lifecycle map[string]map[string]string `json:"lifecycle"`
}

func main() {
	module, root := os.Args[1], os.Args[2]
	packages := []*Package{}
	for _, folder := range os.Args[3:] {
		packages = append(packages, readPackage(module+"/"+folder, filepath.Join(root, folder)))
	}
	out, err := json.Marshal(packages)
	check(err)
	_, err = os.Stdout.Write(out)
	check(err)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func readPackage(path, folder string) *Package {
	read := &Package{Path: path, Types: map[string]*Type{}, Values: map[string][]string{}, Lifecycle: map[string]map[string]string{}}
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	check(err)
	sort.Strings(names)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		check(err)
		read.Name = file.Name.Name
		readFile(read, file)
	}
	return read
}

func readFile(read *Package, file *ast.File) {
	imports := map[string]string{}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		check(err)
		name := path[strings.LastIndex(path, "/")+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = path
	}
	before := file.Name.End()
	for _, declaration := range file.Decls {
		switch declared := declaration.(type) {
		case *ast.GenDecl:
			readDeclaration(read, declared, imports, markersBetween(file, before, declared.Pos()))
		case *ast.FuncDecl:
			readLifecycle(read, declared)
		}
		before = declaration.End()
	}
}

// All markers before a declaration, also those of comments that an empty line parts from it.
func markersBetween(file *ast.File, from, to token.Pos) []string {
	markers := []string{}
	for _, group := range file.Comments {
		if group.Pos() >= from && group.End() <= to {
			markers = append(markers, markersOf(group)...)
		}
	}
	return markers
}

func markersOf(group *ast.CommentGroup) []string {
	markers := []string{}
	if group == nil {
		return markers
	}
	for _, comment := range group.List {
		text := strings.TrimSpace(strings.TrimPrefix(comment.Text, "//"))
		if strings.HasPrefix(text, "+") {
			markers = append(markers, text[1:])
		}
	}
	return markers
}

func readDeclaration(read *Package, declared *ast.GenDecl, imports map[string]string, markers []string) {
	kind := ""
	for _, spec := range declared.Specs {
		switch node := spec.(type) {
		case *ast.TypeSpec:
			read.Types[node.Name.Name] = readType(node, imports, append(markers, markersOf(node.Doc)...))
		case *ast.ValueSpec:
			if node.Type != nil {
				kind = printType(node.Type, imports)
			}
			readConstants(read, declared.Tok, node, kind)
		}
	}
}

func readConstants(read *Package, keyword token.Token, node *ast.ValueSpec, kind string) {
	for i, value := range node.Values {
		literal, ok := value.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING || keyword != token.CONST {
			continue
		}
		text, err := strconv.Unquote(literal.Value)
		check(err)
		if node.Names[i].Name == "GroupName" {
			read.Group = &text
		} else if node.Type != nil {
			read.Values[kind] = append(read.Values[kind], text)
		}
	}
}

func readType(node *ast.TypeSpec, imports map[string]string, markers []string) *Type {
	structure, ok := node.Type.(*ast.StructType)
	if !ok {
		return &Type{Alias: printType(node.Type, imports), Markers: markers}
	}
	read := &Type{Fields: []Field{}, Markers: markers}
	for _, field := range structure.Fields.List {
		tag := ""
		if field.Tag != nil {
			unquoted, err := strconv.Unquote(field.Tag.Value)
			check(err)
			tag = reflect.StructTag(unquoted).Get("json")
		}
		parts := strings.Split(tag, ",")
		if parts[0] == "-" || (tag == "" && len(field.Names) > 0) {
			continue
		}
		omit := strings.Contains(tag, "omitempty") || strings.Contains(tag, "omitzero")
		read.Fields = append(read.Fields, Field{Name: parts[0], Type: printType(field.Type, imports), Inline: parts[0] == "", Omit: omit, Markers: markersOf(field.Doc)})
	}
	return read
}

func printType(node ast.Expr, imports map[string]string) string {
	switch part := node.(type) {
	case *ast.Ident:
		return part.Name
	case *ast.SelectorExpr:
		return imports[part.X.(*ast.Ident).Name] + "." + part.Sel.Name
	case *ast.StarExpr:
		return "*" + printType(part.X, imports)
	case *ast.ArrayType:
		return "[]" + printType(part.Elt, imports)
	case *ast.MapType:
		return "map[" + printType(part.Key, imports) + "]" + printType(part.Value, imports)
	case *ast.ParenExpr:
		return printType(part.X, imports)
	}
	return "any"
}

// What `func (in *Kind) APILifecycleRemoved() (major, minor int)` returns: "1.22"; of a replacement "group/version/Kind".
func readLifecycle(read *Package, declared *ast.FuncDecl) {
	what, isLifecycle := strings.CutPrefix(declared.Name.Name, "APILifecycle")
	if !isLifecycle || declared.Recv == nil || len(declared.Body.List) != 1 {
		return
	}
	returned, ok := declared.Body.List[0].(*ast.ReturnStmt)
	if !ok {
		return
	}
	values := []string{}
	ast.Inspect(returned, func(node ast.Node) bool {
		if literal, ok := node.(*ast.BasicLit); ok {
			values = append(values, strings.Trim(literal.Value, `"`))
		}
		return true
	})
	kind := strings.TrimPrefix(printType(declared.Recv.List[0].Type, nil), "*")
	if read.Lifecycle[kind] == nil {
		read.Lifecycle[kind] = map[string]string{}
	}
	separator := "."
	if what == "Replacement" {
		separator = "/"
	}
	read.Lifecycle[kind][strings.ToLower(what)] = strings.Join(values, separator)
}

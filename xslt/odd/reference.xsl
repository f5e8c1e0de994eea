<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to reference pages in Markdown: a map from the name of a page to its text.

     README.md lists all elements, each module has a page with a section for each of its elements, and
     attributes.md has the attribute classes and datatypes, which the sections link to. A link is a
     name in brackets; where it leads is said once, at the end of the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="https://siglum.example/ns/resolved" xmlns:md="https://siglum.example/ns/odd/markdown"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:include href="modules/markdown.xsl"/>
  <xsl:include href="modules/reference-attributes.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="class" match="r:schema/r:class" use="@name"/>

  <xsl:variable name="schema" as="element(r:schema)" select="/r:schema"/>

  <!-- The elements that each element may hold, by its name. -->
  <xsl:variable name="children" as="map(xs:string, xs:string*)" select="
    map:merge($schema/r:element ! map { string(@name): md:children(r:content) })"/>

  <!-- And the other way round. -->
  <xsl:variable name="parents" as="map(xs:string, xs:string*)" select="
    map:merge(map:keys($children) ! (for $child in $children(.) return map { $child: . }),
      map { 'duplicates': 'combine' })"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:map-entry key="'README.md'" select="md:index()"/>
      <xsl:map-entry key="'attributes.md'" select="md:attributes-page()"/>
      <xsl:for-each-group select="$schema/r:element" group-by="md:module(.)">
        <xsl:map-entry key="current-grouping-key() || '.md'"
            select="md:module-page(current-grouping-key(), current-group())"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:template>

  <!-- An element of no module stands on a page of its own; two page names are taken. -->
  <xsl:function name="md:module" as="xs:string">
    <xsl:param name="element" as="element(r:element)"/>
    <xsl:variable name="written" as="xs:string" select="replace($element/@module, '[^\w.\-]+', '-')"/>
    <xsl:sequence select="if ($written = '') then 'other'
      else if (lower-case($written) = ('readme', 'attributes')) then 'module-' || $written
      else $written"/>
  </xsl:function>

  <xsl:function name="md:index" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:text># Elements of {$schema/@ident}</xsl:text>
      <xsl:text/>
      <xsl:text>Generated from {$schema/@ident}.odd: change that file, not these pages. Attributes that many</xsl:text>
      <xsl:text>elements share, and the types of values, are in [attributes.md](attributes.md).</xsl:text>
      <xsl:for-each-group select="$schema/r:element" group-by="md:module(.)">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="'', '## ' || current-grouping-key(), '', '| element | what it is |', '|---|---|'"/>
        <xsl:for-each select="current-group()">
          <xsl:sort select="lower-case(@name)"/>
          <xsl:sort select="@name"/>
          <xsl:text>| [{@name}]({md:address(@name)}) | {md:text(@desc)} |</xsl:text>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="md:page($lines)"/>
  </xsl:function>

  <xsl:function name="md:module-page" as="xs:string">
    <xsl:param name="module" as="xs:string"/>
    <xsl:param name="elements" as="element(r:element)+"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="'# Module ' || $module, '',
        'Generated from ' || $schema/@ident || '.odd. [All elements](README.md) · [shared attributes](attributes.md)'"/>
      <xsl:for-each select="$elements">
        <xsl:sort select="lower-case(@name)"/>
        <xsl:sort select="@name"/>
        <xsl:sequence select="md:section(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="md:page($lines)"/>
  </xsl:function>

  <xsl:function name="md:section" as="xs:string*">
    <xsl:param name="element" as="element(r:element)"/>
    <xsl:variable name="rules" as="element(r:constraint)*" select="md:rules($element)"/>
    <xsl:variable name="attributes" as="xs:string*" select="md:own-attributes($element)"/>
    <xsl:sequence select="'', '## ' || $element/@name, '', md:text($element/@desc), ''"/>
    <xsl:sequence select="'**May contain** ' || md:content($element), '',
      '**Contained in** ' || (md:names($parents($element/@name)), 'nothing: a document starts with it')[1]"/>
    <xsl:if test="exists(($attributes, $element/r:group))">
      <xsl:sequence select="'', '**Attributes**', '', $attributes"/>
      <xsl:where-populated>
        <xsl:sequence select="$element[r:group]/('- of ' || md:names(r:group/@ref))"/>
      </xsl:where-populated>
    </xsl:if>
    <xsl:if test="exists($rules)">
      <xsl:sequence select="'', '**Rules**', '', $rules ! md:rule(.)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="md:content" as="xs:string">
    <xsl:param name="element" as="element(r:element)"/>
    <xsl:variable name="content" as="element(r:content)" select="$element/r:content"/>
    <xsl:variable name="text" as="xs:string?" select="
      if ($content/@kind = 'data') then md:type($content/*)
      else if ($content/@kind = ('text', 'mixed') or $content//r:text) then 'text' else ()"/>
    <xsl:variable name="foreign" as="xs:string?"
        select="if ($content//r:any) then 'elements of other namespaces' else ()"/>
    <xsl:sequence select="(string-join(($text, md:names($children($element/@name)), $foreign), ', ')[. != ''],
      'nothing')[1]"/>
  </xsl:function>

  <!-- Names of the elements in a content model, classes followed up. -->
  <xsl:function name="md:children" as="xs:string*">
    <xsl:param name="content" as="element(r:content)"/>
    <xsl:sequence select="sort(distinct-values($content//(r:element | r:class) ! md:elements(.)), (), lower-case#1)"/>
  </xsl:function>

  <xsl:function name="md:elements" as="xs:string*">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="if ($reference/self::r:element) then string($reference/@ref)
      else key('class', $reference/@ref, $schema)/* ! md:elements(.)"/>
  </xsl:function>

  <!-- Rules that are about an element by its name. -->
  <xsl:function name="md:rules" as="element(r:constraint)*">
    <xsl:param name="element" as="element(r:element)"/>
    <xsl:sequence select="$schema/r:constraint[md:contexts(.) = 'tei:' || $element/@name]"/>
  </xsl:function>

  <!-- What a rule is about: the last steps of its contexts, without conditions. -->
  <xsl:function name="md:contexts" as="xs:string*">
    <xsl:param name="constraint" as="element(r:constraint)"/>
    <xsl:variable name="written" as="xs:string*" select="
      ($constraint//sch:rule/@context, $constraint/@context[empty($constraint//sch:rule)]) ! string()"/>
    <xsl:sequence select="$written ! tokenize(md:unconditional(.), '\|')
      ! tokenize(normalize-space(.), '/')[not(starts-with(., '@'))][last()]"/>
  </xsl:function>

  <xsl:function name="md:unconditional" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="shorter" as="xs:string" select="replace($path, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($shorter eq $path) then $path else md:unconditional($shorter)"/>
  </xsl:function>

  <xsl:function name="md:rule" as="xs:string">
    <xsl:param name="constraint" as="element(r:constraint)"/>
    <xsl:sequence select="'- `' || $constraint/@ident || '`' || ($constraint/@desc[. != ''] ! (': ' || md:text(.)))"/>
  </xsl:function>

</xsl:stylesheet>

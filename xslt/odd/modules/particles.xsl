<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models as particles: r:sequence, r:choice, r:interleave, r:element, r:class, r:any,
     r:text, r:typed, each with min and max. Macros are put in place; classes stay references where
     they mean a choice. r:never stands where a class is needed that has no members; it is passed up
     until a choice can do without it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:mode name="particle" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="particle" match="tei:sequence" as="element()">
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates mode="particle" select="*"/>
    </xsl:variable>
    <xsl:variable name="name" as="xs:string"
        select="if (@preserveOrder = 'false' and count($parts) gt 1) then 'r:interleave' else 'r:sequence'"/>
    <xsl:sequence select="odd:group($name, ., $parts, $parts/self::r:never)"/>
  </xsl:template>

  <xsl:template mode="particle" match="tei:alternate" as="element()">
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates mode="particle" select="*"/>
    </xsl:variable>
    <xsl:variable name="open" as="element()*" select="$parts[not(self::r:never)]"/>
    <xsl:sequence select="odd:group('r:choice', ., $open, $parts[empty($open)])"/>
  </xsl:template>

  <!-- Parts in a group, or what makes the group impossible where it is needed. -->
  <xsl:function name="odd:group" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="written" as="element()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="never" as="element()*"/>
    <xsl:choose>
      <xsl:when test="exists($never) and $written/@minOccurs = '0'"><r:sequence min="1" max="1"/></xsl:when>
      <xsl:when test="exists($never)"><xsl:sequence select="$never[1]"/></xsl:when>
      <xsl:otherwise>
        <xsl:element name="{$name}" namespace="https://siglum.example/ns/resolved">
          <xsl:sequence select="odd:occurrence($written), $parts"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template mode="particle" match="tei:elementRef" as="element(r:element)">
    <xsl:if test="not(odd:spec(.)/self::tei:elementSpec)">
      <xsl:sequence select="odd:refuse(., @key || ' is no element')"/>
    </xsl:if>
    <r:element ref="{odd:name(odd:spec(.))}"><xsl:sequence select="odd:occurrence(.)"/></r:element>
  </xsl:template>

  <xsl:template mode="particle" match="tei:textNode" as="element(r:text)">
    <r:text min="1" max="1"/>
  </xsl:template>

  <xsl:template mode="particle" match="tei:empty" as="element(r:sequence)">
    <r:sequence min="1" max="1"/>
  </xsl:template>

  <!-- Without a word about namespaces, all but the schema's own elements are meant. -->
  <xsl:template mode="particle" match="tei:anyElement" as="element(r:any)">
    <xsl:variable name="own" as="xs:string" select="odd:namespace(ancestor::tei:schemaSpec)"/>
    <r:any except="{(@except ! normalize-space(), @require ! '', $own)[1]}"
        require="{normalize-space(@require)}" own="{$own}">
      <xsl:sequence select="odd:occurrence(.)"/>
    </r:any>
  </xsl:template>

  <!-- Data amid elements: RELAX NG alone knows this. -->
  <xsl:template mode="particle" match="tei:dataRef | tei:valList" as="element(r:typed)">
    <r:typed>
      <xsl:sequence select="odd:occurrence(.)"/>
      <xsl:apply-templates mode="type" select="."/>
    </r:typed>
  </xsl:template>

  <!-- A macro brings its own occurrence; the reference's is put around it. -->
  <xsl:template mode="particle" match="tei:macroRef" as="element()">
    <xsl:variable name="model" as="element()*">
      <xsl:apply-templates mode="particle" select="odd:spec(.)/tei:content/*"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count($model) eq 1 and not(@minOccurs or @maxOccurs)">
        <xsl:sequence select="$model"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="odd:group('r:sequence', ., $model, $model/self::r:never)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="particle" match="tei:classRef" as="element()">
    <xsl:variable name="class" as="element()" select="odd:spec(.)"/>
    <xsl:variable name="names" as="xs:string*" select="odd:chosen(., $class)"/>
    <xsl:variable name="whole" as="xs:boolean" select="not(@include or @except)"/>
    <xsl:choose>
      <xsl:when test="empty($names) and @minOccurs = '0'"><r:sequence min="1" max="1"/></xsl:when>
      <xsl:when test="empty($names)"><r:never class="{@key}"/></xsl:when>
      <xsl:when test="starts-with(@expand, 'sequence')">
        <xsl:sequence select="odd:class-sequence(., $names)"/>
      </xsl:when>
      <xsl:when test="$whole">
        <r:class ref="{@key}"><xsl:sequence select="odd:occurrence(.)"/></r:class>
      </xsl:when>
      <xsl:otherwise>
        <r:choice>
          <xsl:sequence select="odd:occurrence(.)"/>
          <xsl:for-each select="$names"><r:element ref="{.}" min="1" max="1"/></xsl:for-each>
        </r:choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The members of a class one after the other, as @expand says. -->
  <xsl:function name="odd:class-sequence" as="element(r:sequence)">
    <xsl:param name="reference" as="element(tei:classRef)"/>
    <xsl:param name="names" as="xs:string*"/>
    <r:sequence>
      <xsl:sequence select="odd:occurrence($reference)"/>
      <xsl:for-each select="$names">
        <r:element ref="{.}" min="{if (contains($reference/@expand, 'Optional')) then 0 else 1}"
            max="{if (contains($reference/@expand, 'Repeatable')) then 'unbounded' else 1}"/>
      </xsl:for-each>
    </r:sequence>
  </xsl:function>

  <!-- Names of the elements that a class reference means, after its include or except. -->
  <xsl:function name="odd:chosen" as="xs:string*">
    <xsl:param name="reference" as="element(tei:classRef)"/>
    <xsl:param name="class" as="element()"/>
    <xsl:variable name="listed" as="xs:string*"
        select="tokenize(($reference/@include, $reference/@except)[1])"/>
    <xsl:variable name="named" as="element()*" select="odd:descendants($class)[@ident = $listed]"/>
    <xsl:variable name="meant" as="xs:string*"
        select="$named ! (if (self::tei:classSpec) then odd:element-names(.) else odd:name(.))"/>
    <xsl:sequence select="odd:element-names($class)[
      if ($reference/@include) then . = $meant else not(. = $meant)]"/>
  </xsl:function>

  <!-- Members of a class, members of these, and so on. -->
  <xsl:function name="odd:descendants" as="element()*">
    <xsl:param name="class" as="element()"/>
    <xsl:sequence select="odd:members($class) ! (., self::tei:classSpec/odd:descendants(.))"/>
  </xsl:function>

  <!-- All elements of a class and its subclasses, each once. -->
  <xsl:function name="odd:element-names" as="xs:string*">
    <xsl:param name="class" as="element()"/>
    <xsl:sequence select="distinct-values(odd:members($class) !
      (if (self::tei:elementSpec) then odd:name(.) else odd:element-names(.)))"/>
  </xsl:function>

  <xsl:function name="odd:occurrence" as="attribute()+">
    <xsl:param name="particle" as="element()"/>
    <xsl:attribute name="min" select="($particle/@minOccurs, 1)[1]"/>
    <xsl:attribute name="max" select="($particle/@maxOccurs, 1)[1]"/>
  </xsl:function>

</xsl:stylesheet>

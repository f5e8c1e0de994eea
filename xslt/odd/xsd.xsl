<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to XSD 1.0, saying the same as the RELAX NG schema.

     Two places where the languages differ: an empty element may hold white space in RELAX NG, so
     here it has content of the type `blank`; attributes in the xml: namespace need a schema of their
     own, xml.xsd. All simple types have names, which messages can show.

     Model classes are spelt out as flat choices of elements. As xs:group, or as choices within
     choices, they cost libxml2 ten times as long to load: it makes one state for every way through
     them, and compares each with each. What several elements hold amid text is one group, as the
     whole of their content: that costs nothing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:xsd="https://siglum.example/ns/odd/xsd" exclude-result-prefixes="r xsd">

  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:include href="modules/simple-types.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="class" match="r:schema/r:class" use="@name"/>
  <xsl:key name="amid-text" match="r:content[@kind = 'mixed']" use="xsd:signature(.)"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="r:schema"/>
  </xsl:template>

  <xsl:template match="r:schema" as="element()">
    <xs:schema targetNamespace="{@ns}" elementFormDefault="qualified">
      <xsl:namespace name="" select="@ns"/>
      <xsl:comment expand-text="yes"> Made from {root()/r:schema/@ident}.odd by xslt/odd: change that file, not this one. </xsl:comment>
      <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
      <xs:simpleType name="blank">
        <xs:restriction base="xs:token"><xs:length value="0"/></xs:restriction>
      </xs:simpleType>
      <xsl:apply-templates select="r:data"/>
      <xsl:for-each-group select="//r:attribute[not(starts-with(@name, 'xml:'))][xsd:needs-type(.)]"
          group-by="xsd:type-name(.)">
        <xsl:sequence select="xsd:attribute-type(.)"/>
      </xsl:for-each-group>
      <xsl:apply-templates select="r:attributes"/>
      <xsl:for-each select="r:element/r:content[xsd:is-shared(.)][. is xsd:same(.)[1]]">
        <xs:group name="{xsd:group-name(.)}">
          <xs:choice><xsl:apply-templates select="*"/></xs:choice>
        </xs:group>
      </xsl:for-each>
      <xsl:apply-templates select="r:element"/>
    </xs:schema>
  </xsl:template>

  <xsl:template match="r:schema/r:data" as="element()">
    <xs:simpleType name="{@name}"><xsl:sequence select="xsd:definition(*)"/></xs:simpleType>
  </xsl:template>

  <xsl:template match="r:attributes" as="element()">
    <xs:attributeGroup name="{@name}"><xsl:apply-templates select="r:attribute"/></xs:attributeGroup>
  </xsl:template>

  <xsl:template match="r:schema/r:element" as="element()+">
    <xsl:if test="r:content/@kind = 'data' and empty(xsd:content-type(r:content))">
      <xs:simpleType name="{@name}.content"><xsl:sequence select="xsd:definition(r:content/*)"/></xs:simpleType>
    </xsl:if>
    <xs:element name="{@name}">
      <xs:complexType>
        <xsl:if test="r:content/@kind = ('text', 'mixed')">
          <xsl:attribute name="mixed" select="true()"/>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="r:content/@kind = ('empty', 'data')">
            <xs:simpleContent>
              <xs:extension base="{(xsd:content-type(r:content), @name || '.content')[1]}">
                <xsl:apply-templates select="r:attribute | r:group"/>
              </xs:extension>
            </xs:simpleContent>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="r:content, r:attribute | r:group"/>
          </xsl:otherwise>
        </xsl:choose>
      </xs:complexType>
    </xs:element>
  </xsl:template>

  <!-- The type that a content has already; none for one that is written out. -->
  <xsl:function name="xsd:content-type" as="xs:string?">
    <xsl:param name="content" as="element(r:content)"/>
    <xsl:sequence select="
      if ($content/@kind = 'empty') then 'blank'
      else if ($content/r:ref) then string($content/r:ref/@name)
      else if ($content/r:builtin[empty(r:facet)]) then 'xs:' || $content/r:builtin/@name
      else ()"/>
  </xsl:function>

  <!-- Content. A particle at the top that is no group gets a sequence around it. -->

  <xsl:template match="r:content[@kind = 'text']" as="empty-sequence()"/>
  <xsl:template match="r:content[@kind = 'mixed']" as="element()">
    <xs:choice minOccurs="0" maxOccurs="unbounded"><xsl:apply-templates select="*"/></xs:choice>
  </xsl:template>
  <xsl:template match="r:content[xsd:is-shared(.)]" as="element()" priority="2">
    <xs:group ref="{xsd:group-name(.)}" minOccurs="0" maxOccurs="unbounded"/>
  </xsl:template>
  <xsl:template match="r:content[@kind = 'elements']" as="element()">
    <xsl:choose>
      <xsl:when test="r:sequence | r:choice"><xsl:apply-templates select="*"/></xsl:when>
      <xsl:otherwise><xs:sequence><xsl:apply-templates select="*"/></xs:sequence></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:content//r:sequence" as="element()">
    <xs:sequence><xsl:sequence select="xsd:occurrence(.)"/><xsl:apply-templates select="*"/></xs:sequence>
  </xsl:template>
  <xsl:template match="r:content//r:choice" as="element()">
    <xs:choice><xsl:sequence select="xsd:occurrence(.)"/><xsl:apply-templates select="*"/></xs:choice>
  </xsl:template>
  <xsl:template match="r:choice/r:choice[xsd:is-once(.)]" as="element()*" priority="2">
    <xsl:apply-templates select="*"/>
  </xsl:template>
  <xsl:template match="r:element[@ref]" as="element()">
    <xs:element ref="{@ref}"><xsl:sequence select="xsd:occurrence(.)"/></xs:element>
  </xsl:template>
  <xsl:template match="r:class[@ref]" as="element()">
    <xs:choice><xsl:sequence select="xsd:occurrence(.), xsd:members(.)"/></xs:choice>
  </xsl:template>
  <xsl:template match="(r:choice | r:content[@kind = 'mixed'])/r:class[xsd:is-once(.)]"
      as="element()+" priority="2">
    <xsl:sequence select="xsd:members(.)"/>
  </xsl:template>

  <!-- "Other" namespaces are never no namespace at all, which RELAX NG counts among them. -->
  <xsl:template match="r:any" as="element()">
    <xsl:choose>
      <xsl:when test="@require = '' and @except != ''">
        <xs:choice>
          <xsl:sequence select="xsd:occurrence(.)"/>
          <xs:any namespace="##other" processContents="skip"/>
          <xs:any namespace="##local" processContents="skip"/>
        </xs:choice>
      </xsl:when>
      <xsl:otherwise>
        <xs:any namespace="{(@require[. != ''], '##any')[1]}" processContents="skip">
          <xsl:sequence select="xsd:occurrence(.)"/>
        </xs:any>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- All contents that hold the same as this one amid text, itself included. -->
  <xsl:function name="xsd:same" as="element(r:content)*">
    <xsl:param name="content" as="element(r:content)"/>
    <xsl:sequence select="key('amid-text', xsd:signature($content), root($content))"/>
  </xsl:function>

  <xsl:function name="xsd:is-shared" as="xs:boolean">
    <xsl:param name="content" as="element(r:content)"/>
    <xsl:sequence select="$content/@kind = 'mixed' and count(xsd:same($content)) gt 1"/>
  </xsl:function>

  <xsl:function name="xsd:signature" as="xs:string">
    <xsl:param name="content" as="element(r:content)"/>
    <xsl:sequence select="string-join($content/* ! (local-name() || ' ' || @ref || @except || ' ' || @require), ', ')"/>
  </xsl:function>

  <!-- A group is called after the first element that has it. -->
  <xsl:function name="xsd:group-name" as="xs:string">
    <xsl:param name="content" as="element(r:content)"/>
    <xsl:sequence select="'content.' || xsd:same($content)[1]/../@name"/>
  </xsl:function>

  <!-- A reference to each element of a class, those of its subclasses included, once. -->
  <xsl:function name="xsd:members" as="element(xs:element)+">
    <xsl:param name="class" as="element(r:class)"/>
    <xsl:for-each select="distinct-values(xsd:element-names($class))"><xs:element ref="{.}"/></xsl:for-each>
  </xsl:function>

  <xsl:function name="xsd:element-names" as="xs:string*">
    <xsl:param name="class" as="element(r:class)"/>
    <xsl:for-each select="key('class', $class/@ref, root($class))/*">
      <xsl:sequence select="if (self::r:class) then xsd:element-names(.) else string(@ref)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="xsd:is-once" as="xs:boolean">
    <xsl:param name="particle" as="element()"/>
    <xsl:sequence select="($particle/@min, '1')[1] = '1' and ($particle/@max, '1')[1] = '1'"/>
  </xsl:function>

  <xsl:function name="xsd:occurrence" as="attribute()*">
    <xsl:param name="particle" as="element()"/>
    <xsl:if test="not($particle/@min = '1') and $particle/@min">
      <xsl:attribute name="minOccurs" select="$particle/@min"/>
    </xsl:if>
    <xsl:if test="not($particle/@max = '1') and $particle/@max">
      <xsl:attribute name="maxOccurs" select="$particle/@max"/>
    </xsl:if>
  </xsl:function>

  <!-- Attributes. -->

  <xsl:template match="r:group" as="element()"><xs:attributeGroup ref="{@ref}"/></xsl:template>

  <xsl:template match="r:attribute" as="element()">
    <xs:attribute>
      <xsl:choose>
        <xsl:when test="starts-with(@name, 'xml:')"><xsl:attribute name="ref" select="@name"/></xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="name" select="@name"/>
          <xsl:attribute name="type" select="xsd:type-name(.)"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@usage = 'req'"><xsl:attribute name="use" select="'required'"/></xsl:if>
    </xs:attribute>
  </xsl:template>

</xsl:stylesheet>
